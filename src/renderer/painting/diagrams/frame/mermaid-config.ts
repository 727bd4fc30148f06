import type { MermaidConfig } from 'mermaid'
import { longestSource } from '../diagram-message'
import type { DiagramTheme } from '../diagram-theme'
import { hexOf } from '../oklch'

/** Only faces of the system: a picture cannot load one of ours, and would be set in another. */
const fontFamily = 'system-ui, sans-serif'

/** What a diagram may not change about itself, beside what Mermaid forbids by itself. */
const ours = [
  'altFontFamily',
  'darkMode',
  'deterministicIds',
  'deterministicIDSeed',
  'dompurifyConfig',
  'fontFamily',
  'htmlLabels',
  'look',
  'maxEdges',
  'maxTextSize',
  'secure',
  'securityLevel',
  'startOnLoad',
  'suppressErrorRendering',
  'theme',
  'themeCSS',
  'themeVariables',
]

/** How Mermaid is to draw with the colours of the page. */
export function mermaidConfig(theme: DiagramTheme): MermaidConfig {
  return {
    startOnLoad: false,
    securityLevel: 'strict',
    secure: ours,
    suppressErrorRendering: true,
    htmlLabels: false,
    deterministicIds: true,
    deterministicIDSeed: 'diagram',
    maxTextSize: longestSource,
    theme: 'base',
    look: 'classic',
    darkMode: theme.dark,
    fontFamily,
    fontSize: 14,
    themeVariables: themeVariables(theme),
    themeCSS: corrections(theme),
  }
}

/** What the variables cannot say: lines that run through words, and lines that are black in the dark. */
function corrections({ lineStrong }: DiagramTheme): string {
  return `
    .edgeLabel rect { opacity: 1; }
    .grid .tick line { stroke: ${lineStrong}; }
    .grid .tick text { font-size: 11px; }
  `
}

function themeVariables(theme: DiagramTheme): Readonly<Record<string, unknown>> {
  const { ink, ink2, ink3, page, quiet, lineStrong, accent, accentSoft } = theme
  return {
    darkMode: theme.dark,
    fontFamily,
    fontSize: '14px',
    background: page,
    textColor: ink,
    titleColor: ink,
    lineColor: ink2,
    arrowheadColor: ink2,
    primaryColor: quiet,
    primaryTextColor: ink,
    primaryBorderColor: ink3,
    secondaryColor: accentSoft,
    secondaryTextColor: ink,
    secondaryBorderColor: accent,
    tertiaryColor: theme.raised,
    tertiaryTextColor: ink,
    tertiaryBorderColor: lineStrong,
    noteBkgColor: accentSoft,
    noteTextColor: ink,
    noteBorderColor: lineStrong,
    edgeLabelBackground: page,
    clusterBkg: page,
    clusterBorder: lineStrong,
    nodeTextColor: ink,
    sectionBkgColor: quiet,
    altSectionBkgColor: page,
    sectionBkgColor2: quiet,
    gridColor: lineStrong,
    todayLineColor: theme.bad,
    taskBkgColor: accentSoft,
    taskBorderColor: accent,
    taskTextColor: ink,
    taskTextOutsideColor: ink,
    taskTextLightColor: ink,
    taskTextDarkColor: ink,
    activeTaskBkgColor: theme.found,
    activeTaskBorderColor: ink3,
    doneTaskBkgColor: quiet,
    doneTaskBorderColor: lineStrong,
    critBkgColor: theme.badSoft,
    critBorderColor: theme.bad,
    rowOdd: page,
    rowEven: quiet,
    attributeBackgroundColorOdd: page,
    attributeBackgroundColorEven: quiet,
    errorBkgColor: theme.badSoft,
    errorTextColor: theme.bad,
    ...wheel(theme),
  }
}

/** Twelve colours of the same weight, for what diagrams only tell apart. */
function wheel({ dark, ink, page }: DiagramTheme): Readonly<Record<string, unknown>> {
  const variables: Record<string, unknown> = {
    scaleLabelColor: ink,
    pieTitleTextColor: ink,
    pieSectionTextColor: ink,
    pieLegendTextColor: ink,
    pieStrokeColor: page,
    pieOuterStrokeColor: page,
    pieOpacity: '1',
    pieTitleTextSize: '16px',
    pieSectionTextSize: '13px',
    pieLegendTextSize: '13px',
    commitLabelColor: ink,
    commitLabelBackground: page,
    tagLabelColor: ink,
  }
  const strongColors: string[] = []
  for (let index = 0; index < 12; index += 1) {
    // Neighbours lie far apart on the wheel, so that few of them are told apart well.
    const hue = (225 + index * 150) % 360
    const color = hexOf({ lightness: dark ? 0.45 : 0.86, chroma: 0.075, hue })
    const strong = hexOf({ lightness: dark ? 0.72 : 0.55, chroma: 0.11, hue })
    strongColors.push(strong)
    Object.assign(variables, {
      [`cScale${index}`]: color,
      [`cScaleLabel${index}`]: ink,
      [`cScalePeer${index}`]: strong,
      [`cScaleInv${index}`]: strong,
      [`pie${index + 1}`]: color,
      [`git${index}`]: strong,
      [`gitInv${index}`]: page,
      [`gitBranchLabel${index}`]: page,
      [`fillType${index}`]: color,
    })
  }
  return { ...variables, xyChart: { plotColorPalette: strongColors.join(',') } }
}
