/** A document of a case that is handed over (文书) as text; how it looks is the printer's. */
export interface CaseDocument {
  readonly authority: string;
  readonly title: string;
  /** `案号：…` or `文号：…`. */
  readonly number: string;
  readonly party: readonly (readonly [label: string, value: string])[];
  readonly sections: readonly DocumentSection[];
  readonly date: string;
  /** How the agency is reached; empty where that is not registered. */
  readonly contact: readonly string[];
  /** Where the party acknowledges it. */
  readonly receipt: string;
}

export interface DocumentSection {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

/** Where the party acknowledges that it was handed over (送达回执). */
export const ACKNOWLEDGEMENT = '受送达人（签名或者盖章）：                      年    月    日';
