"""What the project is made of: advisories on it, the workflows' faults, and its bill of materials (`make supply`)."""
