/** One line of the error catalogue: HTTP status (api.md) and what people read. `{name}` is filled from the details. */
export interface ErrorText {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
}

export const say = (status: number, title: string, detail: string): ErrorText => ({ status, title, detail });
