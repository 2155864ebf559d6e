/** Questions are typed as they come; above what answers them they begin as sentences do. */
export const sentenceCase = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase());
