/** Words of a page as pdf.js tells them: `transform` and sizes in the page's own units, from its lower left corner. */
export interface TextItem {
  str: string;
  transform: readonly number[];
  width: number;
  height: number;
  fontName?: string;
}

export interface PageContent {
  items: readonly TextItem[];
  /** Words that are drawn over the page, as what was filled into a form. */
  drawnOver?: readonly TextItem[];
  /** Fonts whose writing goes from top to bottom. */
  verticalFonts?: ReadonlySet<string>;
  /** From the page's units to what is seen, y downwards: the transform of its viewport. */
  transform: readonly number[];
}

/** Where a piece of the text of a page comes from. */
export interface TextPiece {
  /** Offset into the text. */
  start: number;
  length: number;
  /** Index among the items; null for what is drawn over the page. */
  item: number | null;
  /** Offset into the item's `str`. */
  from: number;
}

export interface PageText {
  text: string;
  /** In the order of the text. Between them stand spaces and line ends that are not on the page. */
  pieces: TextPiece[];
}

/** An item turned so that its line is level: x along the line, y downwards. Sizes are points. */
export interface TextRun {
  item: number | null;
  text: string;
  /** Where the text begins in the item's `str`. */
  from: number;
  /** Counts the items as they are drawn. */
  order: number;
  left: number;
  right: number;
  baseline: number;
  size: number;
  /** White space was drawn between the run before and this one. */
  spaceBefore: boolean;
  /** A first letter over several lines: its word goes on without a space. */
  isDropCap: boolean;
}

/** Runs that stand close together on a line. */
export interface Segment {
  runs: TextRun[];
  left: number;
  right: number;
  baseline: number;
  size: number;
}

/** What stands on one line, from left to right. */
export interface Row {
  segments: Segment[];
  baseline: number;
  size: number;
}

/** Rows that are read after each other. */
export interface Region {
  rows: Row[];
  /** It is the next column of the one before, in which its first sentence may have begun. */
  isNextColumn: boolean;
}

/** Two columns side by side, and what stands over and under them; each top to bottom. */
export interface Split {
  above: Segment[];
  left: Segment[];
  right: Segment[];
  below: Segment[];
}

/** A line of text in a cell. */
export interface Line {
  text: string;
  baseline: number;
}
