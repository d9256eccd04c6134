import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { components, paths } from './generated/schema';

export type ApiClient = Client<paths>;
/** Bodies and answers by their name in the OpenAPI document, e.g. `Schemas['FilingDto']`. */
export type Schemas = components['schemas'];
export type Problem = Schemas['Problem'];

export interface ApiClientOptions {
  /** Empty: the same origin. */
  readonly baseUrl?: string;
  /** The access token of the person who is signed in; undefined when nobody is. */
  readonly accessToken?: () => string | undefined;
  readonly fetch?: typeof fetch;
}

/** The interface, typed by the generated document. It adds the token; everything else is the caller's. */
export function createApiClient({ baseUrl = '', accessToken, fetch }: ApiClientOptions = {}): ApiClient {
  const client = createClient<paths>({ baseUrl, credentials: 'same-origin', ...(fetch ? { fetch } : {}) });
  if (accessToken) client.use(bearer(accessToken));
  return client;
}

function bearer(accessToken: () => string | undefined): Middleware {
  return {
    onRequest({ request }) {
      const token = accessToken();
      if (token !== undefined) request.headers.set('authorization', `Bearer ${token}`);
      return request;
    },
  };
}
