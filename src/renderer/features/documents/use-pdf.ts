import { useEffect, useState } from 'react';
import { openPdf, type Pdf, type PdfProblem, pdfProblem, readableWidth } from './pdf';

/** Opened while it is looked at, by each view for itself, and closed with its worker's memory afterwards. */
export function usePdf(url: string): { pdf: Pdf | null; problem: PdfProblem | null } {
  const [state, setState] = useState<{ pdf: Pdf | null; problem: PdfProblem | null }>({ pdf: null, problem: null });
  useEffect(() => {
    let gone = false;
    const opening = openPdf(url);
    opening
      .then((task) => task.promise)
      .then(
        (pdf) => !gone && setState({ pdf, problem: null }),
        (error: unknown) => !gone && setState({ pdf: null, problem: pdfProblem(error) }),
      );
    return () => {
      gone = true;
      opening.then((task) => task.destroy()).catch(() => undefined);
    };
  }, [url]);
  return state;
}

/** The width in CSS pixels at which a page can be read; 0 where that cannot be told, null until it is. */
export function useReadableWidth(pdf: Pdf | null, number: number): number | null {
  const [known, setKnown] = useState<{ pdf: Pdf; number: number; width: number } | null>(null);
  useEffect(() => {
    if (!pdf) return undefined;
    let isCurrent = true;
    const measure = async () => {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const { width } = page.getViewport({ scale: 1 });
      return readableWidth(
        width,
        items.flatMap((item) => ('str' in item ? [item] : [])),
      );
    };
    const know = (width: number) => isCurrent && setKnown({ pdf, number, width });
    // Why a page cannot be read is told by its drawing.
    measure().then(know, () => know(0));
    return () => {
      isCurrent = false;
    };
  }, [pdf, number]);
  return known?.pdf === pdf && known.number === number ? known.width : null;
}
