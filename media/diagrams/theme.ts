import { mix, parseColour, printColour as print, type Colour } from './colour';

/** The editor's colours and fonts in Mermaid's words. Two themes that look the same are equal as JSON. */
export type Theme = Readonly<Record<string, string | boolean | Readonly<Record<string, string>>>> & {
  readonly fontFamily: string;
  /** The text's size in CSS pixels, with the unit. */
  readonly fontSize: string;
};

/** Reads the theme from an element's style. Mermaid computes with its colours, so none may be a variable or transparent. */
export function readTheme(at: HTMLElement): Theme {
  const style = getComputedStyle(at);
  const kind = document.body.classList;
  const isDark =
    kind.contains('vscode-dark') || (kind.contains('vscode-high-contrast') && !kind.contains('vscode-high-contrast-light'));
  const base = parseColour(style.getPropertyValue('--vscode-editor-background'), undefined);
  const read = (name: string): Colour | undefined => parseColour(style.getPropertyValue(`--vscode-${name}`), base);
  const background = base ?? (isDark ? [31, 31, 31] : [255, 255, 255]);
  const text = read('editor-foreground') ?? (isDark ? [204, 204, 204] : [31, 31, 31]);
  const border = read('contrastBorder');
  /** Mixes so much of the text's colour into the background; in high contrast there are only these two. */
  const shade = (part: number): string => print(border === undefined ? mix(background, text, part) : background);
  const line = print(border === undefined ? mix(background, text, 0.62) : text);
  const edge = print(border ?? mix(background, text, 0.42));
  const words = print(text);
  const yellow = read('charts-yellow') ?? read('editorWarning-foreground') ?? text;
  const note = border === undefined ? print(mix(background, yellow, 0.14)) : print(background);
  const colours = hues.map((hue) => read(`charts-${hue}`) ?? text);
  const tints = colours.map((colour) => print(mix(background, colour, 0.35)));
  const [blue = edge, , , , red = edge] = tints;
  return {
    darkMode: isDark,
    background: print(background),
    fontFamily: style.fontFamily,
    fontSize: style.fontSize,
    textColor: words,
    titleColor: words,
    lineColor: line,
    primaryColor: shade(0.07),
    primaryTextColor: words,
    primaryBorderColor: edge,
    secondaryColor: shade(0.12),
    secondaryTextColor: words,
    secondaryBorderColor: edge,
    tertiaryColor: shade(0.03),
    tertiaryTextColor: words,
    tertiaryBorderColor: edge,
    nodeTextColor: words,
    clusterBkg: shade(0.03),
    clusterBorder: print(border ?? mix(background, text, 0.25)),
    edgeLabelBackground: print(background),
    actorLineColor: print(border ?? mix(background, text, 0.35)),
    signalColor: line,
    signalTextColor: words,
    labelBoxBkgColor: shade(0.12),
    labelTextColor: words,
    loopTextColor: words,
    activationBkgColor: shade(0.2),
    activationBorderColor: edge,
    sequenceNumberColor: print(background),
    noteBkgColor: note,
    noteTextColor: words,
    noteBorderColor: print(border ?? mix(background, yellow, 0.5)),
    errorBkgColor: shade(0.07),
    errorTextColor: words,
    pieStrokeColor: edge,
    pieOuterStrokeColor: edge,
    pieTitleTextColor: words,
    pieSectionTextColor: words,
    pieLegendTextColor: words,
    pieOpacity: '1',
    rowOdd: shade(0.03),
    rowEven: print(background),
    // The colours of plans: tasks to come, under way, done and critical.
    sectionBkgColor: shade(0.12),
    altSectionBkgColor: print(background),
    sectionBkgColor2: shade(0.2),
    excludeBkgColor: shade(0.07),
    gridColor: print(border ?? mix(background, text, 0.2)),
    activeTaskBkgColor: blue,
    activeTaskBorderColor: edge,
    doneTaskBkgColor: shade(0.2),
    doneTaskBorderColor: edge,
    critBkgColor: red,
    critBorderColor: edge,
    todayLineColor: print(read('charts-red') ?? text),
    vertLineColor: line,
    taskTextClickableColor: words,
    xyChart: chart(colours, print(background), words),
    ...series(tints, edge, words),
  };
}

/** The colours of VS Code's charts. */
const hues = ['blue', 'orange', 'green', 'purple', 'red', 'yellow'];

/** The colours of axes, bars and lines. Those that are left out would be Mermaid's own. */
function chart(colours: readonly Colour[], background: string, words: string): Record<string, string> {
  const ofAxes = ['x', 'y'].flatMap((axis) => ['Title', 'Label', 'Tick', 'Line'].map((part) => `${axis}Axis${part}Color`));
  return {
    backgroundColor: background,
    ...Object.fromEntries(['titleColor', 'dataLabelColor', 'legendTextColor', ...ofAxes].map((name) => [name, words])),
    plotColorPalette: colours.map(print).join(','),
  };
}

/** The colours of parts that follow each other: slices, branches, periods, persons. */
function series(colours: readonly string[], edge: string, words: string): Record<string, string> {
  const named = Array.from({ length: 12 }, (_, index) => {
    const colour = colours[index % colours.length] ?? '';
    return [
      [`pie${index + 1}`, colour],
      [`cScale${index}`, colour],
      [`cScaleLabel${index}`, words],
      [`cScaleInv${index}`, edge],
      [`git${index % 8}`, colour],
      [`gitBranchLabel${index % 8}`, words],
      [`actor${index % 6}`, colour],
    ];
  });
  return Object.fromEntries(named.flat()) as Record<string, string>;
}
