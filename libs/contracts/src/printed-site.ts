/** What is printed on a receipt of the institution, as far as it is public: of a notice neither head nor size. */
export interface PrintedSite {
  readonly uscc: string | null;
  /** Of a 家庭托育点, a dwelling, no more than the street office or town. */
  readonly address: string | null;
  readonly legalRepresentative: string | null;
  readonly capacity: number | null;
  readonly nursingBeds: number | null;
}
