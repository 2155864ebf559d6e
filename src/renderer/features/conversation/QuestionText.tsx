import { Code, readableText } from '../../ui';

const FENCED = /^[ \t]*```([\w+-]*)[^\n]*\n([\s\S]*?)^[ \t]*```[ \t]*$/gm;

/** A question as it was written; only its code is set as code. */
export function QuestionText({ text }: { text: string }) {
  const pieces: { language: string | null; text: string }[] = [];
  let at = 0;
  for (const match of text.matchAll(FENCED)) {
    pieces.push({ language: null, text: text.slice(at, match.index) });
    pieces.push({ language: match[1] || 'text', text: match[2] ?? '' });
    at = match.index + match[0].length;
  }
  pieces.push({ language: null, text: text.slice(at) });
  return pieces
    .map((piece) => ({ ...piece, text: piece.language === null ? piece.text.trim() : piece.text.trimEnd() }))
    .filter((piece) => piece.text !== '')
    .map((piece, index) =>
      piece.language === null ? (
        <div key={index}>{readableText(piece.text)}</div>
      ) : (
        <Code key={index} text={piece.text} language={piece.language.replace(/^py(?:thon3)?$/, 'python')} />
      ),
    );
}
