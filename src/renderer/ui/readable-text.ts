/** Marks that turn the text after them around: what is read would not be what is there. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/** A text with a � for each such mark, so that it is as long as it was; scripts that run from the right need none. */
export const readableText = (text: string): string => text.replaceAll(TURNING, '\ufffd');
