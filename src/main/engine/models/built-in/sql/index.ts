import type { DescribedDataset, Question } from '../question/plan';
import { aggregateQueries } from './aggregate';
import { checkQueries } from './checks';
import { frequencyQueries } from './frequency';
import { changeQueries, growthQueries } from './growth';
import { membersQueries } from './members';
import type { Query } from './query';
import { partQueries, rowsQueries, valuesQueries } from './rows';
import { distributionQueries, outlierQueries, relationQueries } from './shapes';

/** The queries a plan needs, the one with the rows of the answer first. They do not depend on each other. */
export function queriesOf(question: Question, dataset: DescribedDataset): Query[] {
  switch (question.kind) {
    case 'aggregate':
      return aggregateQueries(question, dataset);
    case 'growth':
      return growthQueries(question, dataset);
    case 'change':
      return changeQueries(question, dataset);
    case 'part':
      return partQueries(question, dataset);
    case 'members':
      return membersQueries(question, dataset);
    case 'rows':
      return rowsQueries(question, dataset);
    case 'distribution':
      return distributionQueries(question, dataset);
    case 'frequency':
      return frequencyQueries(question, dataset);
    case 'relation':
      return relationQueries(question, dataset);
    case 'values':
      return valuesQueries(question, dataset);
    case 'outliers':
      return outlierQueries(question, dataset);
    default:
      return checkQueries(question, dataset);
  }
}
