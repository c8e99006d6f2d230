"""Names that decide what a construct of wikitext is: namespaces, tags, maintenance templates, furniture.

They belong to MediaWiki and its larger wikis, as namespaces in several languages do; they are no domain
knowledge of a document.
"""

from __future__ import annotations

from functools import lru_cache

from reconcile.text.late import late


def words(text: str) -> frozenset[str]:
    """The words of `text`, parted by white space."""
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    """The phrases of `text`, parted by commas."""
    return frozenset(" ".join(phrase.split()) for phrase in text.split(","))


FILES = words(
    """
    file image media файл изображение चित्र ไฟล์ ภาพ 文件 图像 圖像 檔案 档案 fichier datei bild archivo
    imagen immagine ficheiro bestand plik ファイル 파일 ملف
    """
)
CATEGORIES = words(
    """
    category категория श्रेणी หมวดหมู่ 分类 分類 catégorie kategorie categoría categoria kategoria カテゴリ
    분류 تصنيف
    """
)
_LANGUAGE = late(r"(?:[a-z]{2,3}|[a-z]{2,4}-[a-z-]{2,10}|simple)\s*:(?!:)")  # as in [[fr:Rome]]
# Prefixes as short as a language's, and none.
_PROJECTS = words("doi wp mw cat")

MAINTENANCE = phrases(
    """
    advert, all plot, ambiguous, autobiography, better source needed, blp sources, blp unsourced, by
    whom, citation needed, citation style, citations broken, clarify, cleanup, cleanup rewrite, cn,
    coi, confusing, contradict, contradictory, copy edit, copyedit, dead link, disputed, disputed
    inline, dubious, essay-like, expand, expand section, expert, expert needed, expert-subject,
    fact, failed verification, fanpov, fringe theories, globalize, hoax, in use, incomplete, jargon,
    lead missing, lead too short, medical citations needed, merge, missing information, more
    citations needed, more footnotes, multiple issues, needs update, neutrality, no footnotes,
    notability, npov, one source, opinion, original research, orphan, out of date, outdated,
    over-quotation, page needed, peacock, pov, pov section, primary sources, prose, refimprove,
    rewrite, self-published, self-published source, specify, speculation, splitsection, stub,
    synthesis, technical, tone, too few opinions, tooshort, trivia, unbalanced, uncategorized, under
    construction, undue weight, unreferenced, unreferenced section, unreliable source, unreliable
    source?, unreliable sources, unsourced, update, update after, update inline, update section,
    update-inline, vague, verification needed, verify, verify source, weasel, when, which, which?,
    who, who?, wikify
    """
)

FURNITURE = phrases(
    """
    bibliography, citations, external link, external links, footnotes, further reading, notes, notes
    and references, references, references and notes, see also, sources, weblinks, примечания,
    ссылки, см. также, литература, источники, 参考文献, 参考资料, 參考文獻, 參考資料, 外部链接,
    外部連結, 外部連接, 参见, 參見, อ้างอิง, ดูเพิ่ม, แหล่งข้อมูลอื่น, सन्दर्भ, संदर्भ, इन्हें भी देखें, बाहरी कड़ियाँ
    """
)

# Templates that stand for a reference mark.
CITING = words("sfn sfnp sfnm sfnref harvtxt efn efn-ua efn-lr refn r ref notetag cite snf cref note")

HIDDEN_TAGS = words(
    """
    gallery timeline graph imagemap inputbox score hiero section templatedata categorytree
    syntaxhighlight source templatestyles references includeonly indicator mapframe maplink
    """
)
BLOCK_TAGS = words(
    """
    p div center blockquote ul ol dl li dt dd hr h1 h2 h3 h4 h5 h6 pre poem table tr caption section
    """
)
RAW_TAGS = words(
    """
    nowiki pre math chem ce gallery source syntaxhighlight timeline score graph hiero imagemap
    inputbox templatedata categorytree section
    """
)
VOID_TAGS = words("br hr wbr img meta link")
HTML_TAGS = words(
    """
    abbr b bdi big blockquote caption center cite code data dd del dfn div dl dt em font h1 h2 h3 h4 h5 h6
    i includeonly ins kbd li mark noinclude ol onlyinclude p poem q ref references rb rp rt ruby s samp
    small span strike strong sub sup table td th tr tt u ul var
    """
)

_BOXES = ("infobox", "taxobox", "geobox", "ficha de", "карточка", "картка")
_LAYOUT = words(
    """
    image image1 image2 img imagen imagem photo logo map mapa pushpin flag seal shield coat blazon crest badge
    signature cover screenshot size width height upright alt caption url website embed module child style
    color colour background footnotes coordinates coord latd latm lats latns longd longm longs longew label
    """
)


def prefix(target: str) -> str:
    """The namespace of a page name, lower case; "" without one."""
    name, colon, _ = target.partition(":")
    return name.strip().lower().replace("_", " ") if colon else ""


def is_interlanguage(target: str) -> bool:
    """True for a link to the same page in another language, which is not shown in the text."""
    return bool(_LANGUAGE.match(target)) and prefix(target) not in _PROJECTS


@lru_cache(maxsize=1024)
def template_name(text: str) -> str:
    """What stands behind `{{`, as template names are compared: one case, single spaces."""
    return " ".join(text.replace("_", " ").split()).lower().removeprefix("template:")


def is_box(name: str) -> bool:
    """True for an infobox, by the name of the template: a table of the facts of its page."""
    return name.startswith(_BOXES)


def is_layout(field: str) -> bool:
    """True for a field of an infobox that says how it looks: pictures, maps, sizes, links to files."""
    return not _LAYOUT.isdisjoint(field.replace("_", " ").split())
