import type { AssistantWords } from '../words';

export const assistant: AssistantWords = {
  searchPlace: {
    here: () => 'On this computer',
    hosted: () => 'At the model’s server',
  },
  searchMeaning: {
    here: () => 'A model is given the passages that were found.',
    hosted: () =>
      'In a vector store of the model’s server, once its connection allows it: documents of the thread are copied there, and deleted with the thread.',
  },
};
