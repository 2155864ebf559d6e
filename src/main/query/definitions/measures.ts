import type { FieldDefinition, MeasureDefinition } from '#contract/definitions';
import { nameWords, singular } from './words';

const PROFIT = new Set(['profit', 'gewinn', 'earnings']);
const SALES = new Set(['sales', 'revenue', 'turnover', 'umsatz', 'income']);

/** Ratios that everybody means alike where the table has both sides: the margin of a profit is what it is of the sales. */
export function ratiosOf(fields: readonly Pick<FieldDefinition, 'id' | 'role'>[]): MeasureDefinition[] {
  const called = (names: ReadonlySet<string>) =>
    fields.filter(({ id, role }) => {
      const [word, ...others] = nameWords(id).filter((part) => part !== 'total' && part !== 'net');
      return (
        role === 'measure' &&
        word !== undefined &&
        others.length === 0 &&
        (names.has(word) || names.has(singular(word)))
      );
    });
  const [profit, ...otherProfits] = called(PROFIT);
  const [sales, ...otherSales] = called(SALES);
  if (!profit || !sales || profit.id === sales.id || otherProfits.length > 0 || otherSales.length > 0) return [];
  return [
    {
      id: 'profit_margin',
      title: 'Profit margin',
      synonyms: ['margin', 'profitability', 'return on sales', 'gewinnmarge', 'marge', 'umsatzrendite'],
      compute: [
        { measure: 'sum', of: profit.id, as: 'profit' },
        { measure: 'sum', of: sales.id, as: 'sales' },
        { calculate: 'divide', left: 'profit', right: 'sales', percent: true, as: 'profit_margin' },
      ],
      unit: { kind: 'percent' },
    },
  ];
}
