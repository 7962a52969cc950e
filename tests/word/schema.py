"""The order in which ISO 29500 wants the children of the elements the writer makes."""

from __future__ import annotations

from itertools import pairwise

from lxml import etree

ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs "
    "em lang",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal rsid pPr rPr tblPr",
    "settings": "writeProtection view zoom defaultTabStop characterSpacingControl footnotePr endnotePr compat rsids "
    "themeFontLang clrSchemeMapping decimalSymbol listSeparator",
    "compat": "noLeading spaceForUL ulTrailSpace doNotExpandShiftReturn adjustLineHeightInTable useFELayout "
    "compatSetting",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "tc": "tcPr p",
    "p": "pPr r",
    "r": "rPr t tab br noBreakHyphen softHyphen footnoteReference footnoteRef fldChar instrText drawing separator "
    "continuationSeparator",
    "inline": "extent effectExtent docPr cNvGraphicFramePr graphic",
    "pic": "nvPicPr blipFill spPr",
}
MIXED = {"r"}


def name(element: etree._Element) -> str:
    return etree.QName(element).localname


def disorder(root: etree._Element) -> list[str]:
    """The elements below `root` whose children the schema does not know, or wants in another order."""
    wrong = []
    for element in root.iter(etree.Element):
        known = ORDER.get(name(element))
        if known is None:
            continue
        places = [known.split().index(name(each)) if name(each) in known.split() else -1 for each in element]
        falling = name(element) not in MIXED and any(one > two for one, two in pairwise(places))
        if -1 in places or falling:
            wrong.append(f"{name(element)}: {[name(each) for each in element]}")
    return wrong
