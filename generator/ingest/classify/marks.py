"""Words that stand around an article rather than in it, in many languages, and the shapes of dates and times."""

from __future__ import annotations

import re

_KINDS: dict[str, str] = {
    "share": """
        share|shares|tweet|retweet|facebook|twitter|whatsapp|telegram|linkedin|pinterest|reddit|instagram
        youtube|email|e-mail|print|follow us|follow|copy link|teilen|drucken|folgen|partager|imprimer|suivre
        compartir|imprimir|seguir|compartilhar|condividi|stampa|dela|skriv ut|följ|del|delen|udostępnij
        поделиться|распечатать|bagikan|分享|공유|シェア|مشاركة
    """,
    "account": """
        subscribe|subscriber|subscribers|subscription|newsletter|newsletters|sign up|sign in|sign-up|log in
        login|logout|register|registration|password|your account|inbox|abonnieren|anmelden|abonnement
        s'abonner|se connecter|suscríbete|suscribirse|iniciar sesión|boletín|assine|iscriviti|accedi
        abbonati|prenumerera|logga in|nyhetsbrev|abonneren|inloggen|zaloguj|подписаться|подписка|войти
        langganan|订阅|登录|구독|로그인|ログイン|登録|اشترك
    """,
    "legal": """
        copyright|all rights reserved|rights reserved|terms|terms of use|terms of service|privacy
        privacy policy|cookie|cookies|disclaimer|impressum|datenschutz|agb|imprint|mentions légales
        confidentialité|aviso legal|privacidad|privacidade|tutti i diritti|integritetspolicy|kakor
        privacybeleid|политика|права защищены|隐私|版权|저작권|개인정보|著作権|contact us|about us|advertise
        advertise with us|site map|sitemap|masthead|careers|faq|kontakt|contacto|contato|om oss
    """,
    "picture": """
        photo|photos|photograph|photographer|image|images|picture|credit|getty|shutterstock|via|file photo
        courtesy|screenshot|illustration|foto|fotos|bild|bilder|quelle|crédit|fotografía|imagen|imagem
        crédito|immagine|beeld|zdjęcie|фото|图|사진|caption|video|watch|play|gallery|slideshow|handout|写真
    """,
    "related": """
        read more|read also|also read|see also|more from|more stories|more on|related|recommended
        you may also like|you might also like|trending|most read|most popular|popular|latest|top stories
        latest news|don't miss|up next|next article|previous|next|load more|see all|view all|mehr zum thema
        lesen sie auch|auch interessant|meistgelesen|à lire aussi|lire aussi|lire la suite|sur le même sujet
        lea también|leer más|más leídas|te puede interesar|leia também|leia mais|mais lidas|leggi anche
        läs mer|läs också|mest läst|lees ook|lees meer|czytaj także|читайте также|ещё|baca juga
        berita terkait|相关|推荐|관련기사|関連記事|tags|tag|tagged|topics|schlagworte|etiquetas|категория|filed under
    """,
    "answer": """
        comment|comments|leave a comment|leave a reply|reply|replies|post a comment|your email address
        report abuse|upvote|kommentar|kommentare|kommentieren|commentaire|commentaires|comentario
        comentarios|comentários|commenti|kommentarer|reacties|комментарии|комментарий|komentar|评论|댓글|コメント
    """,
    "advert": """
        advertisement|advertising|advert|ad|ads|sponsored|promoted|anzeige|werbung|publicité|publicidad
        publicidade|pubblicità|annons|advertentie|reklama|реклама|iklan|广告|광고|広告|skip to|skip ad
        story continues|continue reading|buy now|shop now|click here|download|skip to content
        skip to main content|menu|search|home|close|open menu|breaking
    """,
    "byline": """
        by|von|par|por|di|av|door|автор|oleh|editor|reporter|correspondent|staff writer|contributor|author
        written by|redaktion|posted|published|updated|last updated|last modified|min read|minute read
        minutes read|min|mins|hours ago|hour ago|minutes ago|days ago|day ago|veröffentlicht|aktualisiert
        publié|mis à jour|publicado|actualizado|atualizado|pubblicato|publicerad|uppdaterad|gepubliceerd
        opublikowano|опубликовано|lesezeit|lästid|기자|記者|发布|入力
    """,
}

KINDS = tuple(_KINDS)
"""The kinds of words around an article, in the order of `kinds_of`."""


def _pattern(words: str) -> re.Pattern[str]:
    listed = [word.strip() for line in words.splitlines() for word in line.split("|") if word.strip()]
    listed.sort(key=len, reverse=True)
    spaced = [word for word in listed if word[0] < "\u2e80"]
    dense = [word for word in listed if word[0] >= "\u2e80"]
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, spaced))})(?!\w)|{'|'.join(map(re.escape, dense)) or '(?!)'}"
    )


_PATTERNS = tuple(_pattern(words) for words in _KINDS.values())

_MONTHS = (
    "jan feb mar apr may jun jul aug sep oct nov dec mai okt dez maj janv févr avr juin juil août déc ene abr ago "
    "dic янв фев мар апр мая июн июл авг сен окт ноя дек gen mag giu lug set ott mei"
).split()

_DATE = re.compile(
    rf"\b(?:19|20)\d\d[-/.年]\s?\d{{1,2}}|\b\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:19|20)?\d\d\b|\b(?:{'|'.join(_MONTHS)})\w*\.?\s+\d{{1,2}}\b"
    rf"|\b\d{{1,2}}\.?\s+(?:de\s+)?(?:{'|'.join(_MONTHS)})"
)
_TIME = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2}\s?[ap]\.?m\b")


def kinds_of(caseless: str) -> list[float]:
    """For each of `KINDS`, how many characters of the line (without case) are such words, as a share."""
    length = max(1, len(caseless))
    return [sum(len(found) for found in pattern.findall(caseless)) / length for pattern in _PATTERNS]


def has_date(caseless: str) -> bool:
    """Whether the line (without case) names a day."""
    return bool(_DATE.search(caseless))


def has_time(caseless: str) -> bool:
    """Whether the line (without case) names a time of the day."""
    return bool(_TIME.search(caseless))
