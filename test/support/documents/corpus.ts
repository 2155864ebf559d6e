import { randomFrom } from '../random';

export interface CorpusDocument {
  name: string;
  text: string;
}
export interface CorpusQuestion {
  text: string;
  /** The one document that answers it. */
  answer: string;
}

/** What a document says, and how people ask for it: other forms, other order, words around it. */
interface Fact {
  says: (place: string, value: string) => string;
  asks: ((place: string) => string)[];
  values: string[];
}

const TOPICS: Record<string, Fact[]> = {
  leave: [
    {
      says: (p, v) => `Employees at the ${p} site are entitled to ${v} days of annual leave each calendar year.`,
      asks: [
        (p) => `how much annual leave does an employee at ${p} get`,
        (p) => `number of yearly leave days, ${p} site`,
      ],
      values: ['24', '26', '28', '30'],
    },
    {
      says: (p, v) => `Parents working in ${p} may take ${v} weeks of parental leave after the birth of a child.`,
      asks: [(p) => `a parent in ${p} has a newborn child, how many weeks off`, (p) => `parental leave rules for ${p}`],
      values: ['12', '14', '18'],
    },
  ],
  travel: [
    {
      says: (p, v) =>
        `Journeys from ${p} longer than ${v} hours are booked in first class; shorter ones in standard class.`,
      asks: [
        (p) => `when can I book first class for a journey starting in ${p}`,
        (p) => `travelling class limits ${p}`,
      ],
      values: ['three', 'four', 'five'],
    },
    {
      says: (p, v) => `Taxi receipts in ${p} are reimbursed up to ${v} euros per trip.`,
      asks: [(p) => `what is reimbursed for taxis in ${p}`, (p) => `maximum reimbursement of a taxi receipt, ${p}`],
      values: ['20', '35', '50'],
    },
  ],
  security: [
    {
      says: (p, v) => `Passwords for the ${p} network must be changed every ${v} months and hold twelve characters.`,
      asks: [(p) => `how often are passwords changing on the ${p} network`, (p) => `password rotation ${p}`],
      values: ['three', 'six', 'nine'],
    },
    {
      says: (p, v) => `Visitors to the ${p} data centre sign in at gate ${v} and are accompanied at all times.`,
      asks: [
        (p) => `where does a visitor of the ${p} data centre sign in`,
        (p) => `accompanying visitors at ${p} data centre gate`,
      ],
      values: ['A', 'B', 'C'],
    },
  ],
  harbour: [
    {
      says: (p, v) => `The lighthouse of ${p} flashes every ${v} seconds and is visible for nineteen nautical miles.`,
      asks: [(p) => `flashing interval of the ${p} lighthouse`, (p) => `how many seconds between flashes at ${p}`],
      values: ['5', '8', '12'],
    },
    {
      says: (p, v) => `Fishing vessels moor at the ${v} quay in ${p} and unload before sunrise.`,
      asks: [(p) => `which quay do the fishing boats moor at in ${p}`, (p) => `where are vessels unloading at ${p}`],
      values: ['northern', 'southern', 'western'],
    },
  ],
  garden: [
    {
      says: (p, v) => `In the ${p} orchard, apple trees are pruned in ${v} and watered twice a week.`,
      asks: [
        (p) => `month for pruning apple trees in the orchard of ${p}`,
        (p) => `when should the ${p} orchard's trees be pruned`,
      ],
      values: ['January', 'February', 'March'],
    },
    {
      says: (p, v) => `Greenhouse ${p} keeps its orchids at ${v} degrees and high humidity.`,
      asks: [
        (p) => `temperature for orchid growing in greenhouse ${p}`,
        (p) => `degrees kept in the ${p} greenhouse for orchids`,
      ],
      values: ['21', '24', '27'],
    },
  ],
  observatory: [
    {
      says: (p, v) => `The ${p} telescope has a mirror of ${v} metres and observes faint galaxies.`,
      asks: [(p) => `mirror size of the telescope ${p}`, (p) => `how large is the mirror observing galaxies at ${p}`],
      values: ['2.4', '3.6', '8.2'],
    },
    {
      says: (p, v) => `Comet ${p} returns every ${v} years and was last seen by sailors.`,
      asks: [(p) => `return period of the comet ${p}`, (p) => `how many years until comet ${p} returns`],
      values: ['33', '76', '120'],
    },
  ],
  kitchen: [
    {
      says: (p, v) => `The bakery in ${p} lets its sourdough rest for ${v} hours before baking.`,
      asks: [
        (p) => `resting time of sourdough at the ${p} bakery`,
        (p) => `how long does the dough rest before it is baked in ${p}`,
      ],
      values: ['18', '24', '36'],
    },
    {
      says: (p, v) => `Cheese from ${p} ripens for ${v} months in sandstone caves.`,
      asks: [
        (p) => `ripening of the ${p} cheese, how many months`,
        (p) => `how long is cheese ripened in the caves of ${p}`,
      ],
      values: ['4', '9', '14'],
    },
  ],
  railway: [
    {
      says: (p, v) => `Trains leave ${p} for the coast every ${v} minutes until midnight.`,
      asks: [
        (p) => `how frequently is a train leaving ${p} to the coast`,
        (p) => `departure interval of coastal trains from ${p}`,
      ],
      values: ['15', '20', '40'],
    },
    {
      says: (p, v) => `Bicycles are carried on the ${p} line for ${v} euros outside rush hour.`,
      asks: [
        (p) => `price for carrying a bicycle on the line to ${p}`,
        (p) => `taking bicycles on the ${p} line, cost`,
      ],
      values: ['2', '3', '5'],
    },
  ],
};

const PLACES =
  'Aldermere Brackwater Cinderford Dunholme Eastmarsh Fennick Galloway Hartwick Inverley Juniper Kestrel Lindale Marrow Netherby Oakhanger Pellworth Quarry Rosslare Saltburn Thornby'.split(
    ' ',
  );
const FILLER = [
  'This page is reviewed once a year by the responsible office.',
  'Questions go to the front desk, which is open on weekdays.',
  'Earlier versions of this document are kept in the archive.',
  'Please report mistakes so that they can be corrected.',
  'The rules apply to everyone from the first day on.',
  'Exceptions are granted in writing and end with the year.',
  'A printed copy hangs in the entrance hall.',
  'Details were agreed between both sides in spring.',
];
const AROUND: ((question: string) => string)[] = [
  (q) => q,
  (q) => `can you tell me ${q}?`,
  (q) => `I would like to know: ${q}`,
  (q) => `${q}, please`,
];

/** More than 300 documents on eight topics, many of them nearly the same, and questions with one right answer each. */
export function corpus(seed = 5): { documents: CorpusDocument[]; questions: CorpusQuestion[] } {
  const random = randomFrom(seed);
  const documents: CorpusDocument[] = [];
  const questions: CorpusQuestion[] = [];
  for (const [topic, facts] of Object.entries(TOPICS)) {
    for (const [kind, fact] of facts.entries()) {
      for (const place of PLACES) {
        const name = `${topic}-${kind + 1}-${place.toLowerCase()}-${documents.length}.txt`.replace(
          `-${place.toLowerCase()}`,
          '',
        );
        const filler = Array.from({ length: 3 + random.below(5) }, () => random.pick(FILLER));
        filler.splice(random.below(filler.length), 0, fact.says(place, random.pick(fact.values)));
        documents.push({ name, text: filler.join(' ') });
        if (random.next() < 0.5)
          questions.push({ text: random.pick(AROUND)(random.pick(fact.asks)(place)), answer: name });
      }
    }
  }
  return { documents, questions };
}
