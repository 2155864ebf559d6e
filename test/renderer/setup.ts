import { configure } from '@testing-library/react';

/** What is looked for in the window may come late on a busy machine. */
configure({ asyncUtilTimeout: 20_000 });
