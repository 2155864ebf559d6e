import type { DataBoundary, ServerApi } from '#contract';

/** What a connection is made of. */
export interface NewConnection {
  name?: string | undefined;
  preset: string | null;
  api: ServerApi;
  baseUrl: string;
  key?: string | undefined;
  boundary: DataBoundary;
  allowHttp: boolean;
}
