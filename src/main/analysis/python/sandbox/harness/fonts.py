"""Fonts of the system for matplotlib, and which characters none of them has a glyph for."""
import os
import sys

# Where the app lays fonts of the system; one's own Python finds them where they are.
FONTS_FOLDER = "/assay/fonts"
# Families that hold scripts which matplotlib's own face lacks, by the names they have on Linux, macOS and Windows.
OTHER_SCRIPTS = (
    "Noto Sans CJK JP", "Noto Sans CJK SC", "Noto Sans JP", "Noto Sans SC", "Hiragino Sans GB", "PingFang SC",
    "Yu Gothic", "Microsoft YaHei", "MS Gothic", "SimSun", "Arial Unicode MS", "IPAexGothic", "IPAGothic",
    "WenQuanYi Zen Hei", "WenQuanYi Micro Hei", "Droid Sans Fallback", "Noto Sans CJK KR", "Noto Sans KR",
    "Apple SD Gothic Neo", "Malgun Gothic", "NanumGothic", "Noto Sans Arabic", "Geeza Pro", "Noto Sans Hebrew",
    "Noto Sans Devanagari", "Kohinoor Devanagari", "Nirmala UI", "Lohit Devanagari", "Noto Sans Bengali",
    "Noto Sans Tamil", "Noto Sans Thai", "Thonburi", "Leelawadee UI", "Noto Emoji", "Symbola", "Segoe UI Symbol",
)
# More than that are no words of a picture.
MISSING_AT_MOST = 100

_missing = set()


def offer_fonts(font_manager):
    """Signs that matplotlib's own face lacks are drawn with others, where the machine has them."""
    manager = font_manager.fontManager
    brought = []
    for name in sorted(os.listdir(FONTS_FOLDER)) if os.path.isdir(FONTS_FOLDER) else []:
        try:
            manager.addfont(os.path.join(FONTS_FOLDER, name))
            brought.append(manager.ttflist[-1].name)
        except Exception:
            pass  # Not every font is one that can be read here.
    present = {face.name for face in manager.ttflist}
    others = brought + [name for name in OTHER_SCRIPTS if name in present and name not in brought]
    matplotlib = sys.modules["matplotlib"]
    for settings in (matplotlib.rcParams, matplotlib.rcParamsDefault):
        settings["font.family"] = [*settings["font.family"], *others]


def note_missing_glyphs(text_helpers):
    """matplotlib draws a box for a character that none of a text's fonts has, and warns, which code may silence."""
    warn = getattr(text_helpers, "warn_on_missing_glyph", None)
    if warn is None:
        return

    def note(codepoint, *rest):
        if len(_missing) < MISSING_AT_MOST:
            _missing.add(chr(codepoint))
        return warn(codepoint, *rest)

    text_helpers.warn_on_missing_glyph = note


def missing_glyphs():
    """Of the characters that pictures of this cell show boxes for, those that no font here has, in their order."""
    wanted = {sign for sign in _missing if sign.isprintable() and not sign.isspace()}
    _missing.clear()
    manager = sys.modules.get("matplotlib.font_manager")
    if not wanted or manager is None:
        return ""
    # Where one has it, code has chosen another: that is what the warning is for.
    for path in {face.fname for face in manager.fontManager.ttflist if "LastResort" not in face.fname}:
        try:
            font = manager.get_font(path)
            wanted = {sign for sign in wanted if font.get_char_index(ord(sign)) == 0}
        except Exception:
            continue  # Not every font is one that can be read here.
        if not wanted:
            break
    return "".join(sorted(wanted))
