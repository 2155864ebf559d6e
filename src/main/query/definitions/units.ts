import type { ColumnProfile } from '#contract';
import { CURRENCY_CODES } from '#contract/currencies';
import type { FieldDefinition } from '#contract/definitions';
import { nameWords } from './words';

/** Units as they stand in names, each with how it is shown. */
const UNITS = new Map(
  `mm=mm cm=cm km=km mi=mi miles=mi mile=mi inch=in inches=in ft=ft feet=ft yd=yd
   kg=kg mg=mg lb=lb lbs=lb oz=oz tons=t tonnes=t t=t
   kph=km/h kmh=km/h mph=mph knots=kn
   c=°C celsius=°C °c=°C f=°F fahrenheit=°F °f=°F k=K
   l=l litres=l liters=l ml=ml gal=gal gallons=gal hl=hl
   kwh=kWh mwh=MWh gwh=GWh twh=TWh wh=Wh kw=kW mw=MW w=W v=V volt=V volts=V a=A hz=Hz khz=kHz mhz=MHz ghz=GHz db=dB
   hpa=hPa mbar=mbar psi=psi ppm=ppm ppb=ppb
   ms=ms msec=ms s=s sec=s secs=s seconds=s min=min mins=min minutes=min h=h hr=h hrs=h hours=h
   days=days day=days weeks=weeks months=months years=years tage=days stunden=h minuten=min sekunden=s jahre=years monate=months
   sqft=sqft sqm=m² m²=m² m2=m² m³=m³ m3=m³ ha=ha acres=acres
   kb=kB mb=MB gb=GB tb=TB bytes=B m=m g=g`
    .split(/\s+/)
    .map((pair) => pair.split('=') as [string, string]),
);
/** They are words of names as well, so a name ends in one only behind something that is measured in it. */
const SHORT = new Set([
  'm',
  'g',
  's',
  'h',
  'l',
  't',
  'v',
  'w',
  'a',
  'k',
  'c',
  'f',
  'min',
  'day',
  'days',
  'hours',
  'years',
  'months',
  'weeks',
  'miles',
  'feet',
  'bytes',
  'minutes',
  'seconds',
]);
const MEASURED =
  /^(mass|weight|length|height|width|depth|size|distance|duration|time|downtime|uptime|idle|outage|call|talk|travel|session|setup|delay|wait|response|stay|runtime|temp|temperature|voltage|power|speed|area|volume|elevation|altitude|age|tenure|memory|disk|lag|latency|rain|snow|precipitation)$/;
const PERCENT = new Set(['%', 'pct', 'percent', 'percentage', 'prozent']);

export interface NameOfUnit {
  /** The name without its unit. */
  rest: string;
  /** `percent`, a currency's code, or how the unit is shown; null where the name tells none. */
  unit: { kind: 'percent' } | { kind: 'currency'; code: string } | { kind: 'named'; name: string } | null;
}

function unitOfWord(text: string): NameOfUnit['unit'] {
  const word = text.trim();
  const plain = word.toLowerCase();
  if (PERCENT.has(plain)) return { kind: 'percent' };
  if (CURRENCY_CODES.includes(word.toUpperCase())) return { kind: 'currency', code: word.toUpperCase() };
  const known = UNITS.get(plain);
  if (known !== undefined) return { kind: 'named', name: known };
  return /^[\p{L}°µ²³%]{1,6}\/[\p{L}°µ²³0-9]{1,8}$/u.test(word) ? { kind: 'named', name: word } : null;
}

/** Takes a name apart into what is measured and its unit: `weight (kg)`, `body_mass_g`, `Rain mm`, `bonus_pct`. */
export function unitInName(name: string): NameOfUnit {
  const bracket = /^(?<rest>.*?)\s*[([]\s*(?:in\s+)?(?<unit>[^()[\]]{1,20})\s*[)\]]\s*$/u.exec(name)?.groups;
  const bracketed = bracket?.unit ? unitOfWord(bracket.unit) : null;
  // Time sheets tell a length of time twice, as 1:30 and as 1.5 hours.
  if (bracket?.rest && /^decimal$/i.test(bracket.unit ?? '') && /duration|time|hours/i.test(bracket.rest))
    return { rest: bracket.rest, unit: { kind: 'named', name: 'h' } };
  if (bracketed && bracket?.rest) return { rest: bracket.rest, unit: bracketed };
  const tail = /^(?<rest>.+?)(?:[\s_.-]+in)?[\s_.-]+(?<unit>[\p{L}%°²³µ]+[23]?)$/u.exec(name)?.groups;
  if (!tail?.rest || !tail.unit) return { rest: name, unit: null };
  const unit = unitOfWord(tail.unit);
  if (unit === null) return { rest: name, unit: null };
  const before = nameWords(tail.rest);
  if (SHORT.has(tail.unit.toLowerCase()) && !before.some((word) => MEASURED.test(word)))
    return { rest: name, unit: null };
  return { rest: tail.rest, unit };
}

/** The unit of a column: what its values said, else its name. Shares written as 12 and not as 0.12 are shown as they are. */
export function unitOf(column: ColumnProfile, named: NameOfUnit['unit']): FieldDefinition['unit'] {
  if (column.unit || !['integer', 'decimal', 'float'].includes(column.type)) return column.unit;
  const removed = column.readAs.find((choice) => choice.code === 'unit_removed');
  if (removed?.code === 'unit_removed') return { kind: 'named', name: removed.unit };
  if (named?.kind !== 'percent') return named;
  const [min, max] = [Number(column.min), Number(column.max)];
  return min >= -1 && max <= 1 && column.type !== 'integer' ? { kind: 'percent' } : { kind: 'named', name: '%' };
}
