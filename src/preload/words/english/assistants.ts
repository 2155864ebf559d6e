import type { AssistantWords } from '../words';

export const assistant: AssistantWords = {
  searchPlace: {
    here: () => 'On this computer',
    hosted: () => 'At the model’s server',
  },
  background: () => 'Long answers go on at the model’s server when the connection breaks, or Assay is closed',
  backgroundMeaning: () =>
    'For models behind OpenAI’s API. The vendor then keeps each answer, with what it was asked, until Assay has fetched it and deletes it there; otherwise it keeps nothing.',
  searchMeaning: {
    here: () => 'A model is given the passages that were found.',
    hosted: () =>
      'In a vector store of the model’s server, once its connection allows it: documents of the thread are copied there, and deleted with the thread.',
  },
};
