import { configure } from '@testing-library/react';
import * as React from 'react';

/** What is looked for in the window may come late on a busy machine. */
configure({ asyncUtilTimeout: 20_000 });

// React keeps a stack of each element that it makes, for its warnings, until there are very many: nobody reads them here,
// and they are a sixth of what tests of the window take.
const internals: unknown = Reflect.get(React, '__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE');
if (typeof internals === 'object' && internals !== null)
  Object.defineProperty(internals, 'recentlyCreatedOwnerStacks', {
    configurable: true,
    get: () => Number.POSITIVE_INFINITY,
    set: () => undefined,
  });
