import { Injectable } from '@nestjs/common';
import {
  findRegime,
  licenceEnd,
  regimeOn,
  type Regime,
  type RegimeRow,
  type RegimeWanted,
} from '@zhaoguan/contracts';
import { InstitutionStore } from '@zhaoguan/institutions';
import type { PlainDate } from '@zhaoguan/kernel';
import { ReferenceData, type Tx } from '@zhaoguan/platform';
import type { Filing } from '../domain/filing';
import { caseRegime, regimeHandedIn, regimeShown, type CaseRegime } from '../domain/regime';
import { FilingStore } from '../store/filing.store';

/** What tells which regime holds for a site. */
type SiteOfCase = Pick<Filing, 'kind'> & {
  readonly application: Pick<Filing['application'], 'district' | 'siteType'>;
};

/** A case as a list tells it. */
interface ListedCase extends Pick<Filing, 'type' | 'kind' | 'round' | 'regime' | 'institutionId'> {
  readonly district: string;
  readonly siteType: 'HOME' | null;
  readonly renewal: boolean;
}

/** Under which law a case is handled (reference list `regimes`): filed (备案) or licensed (许可). */
@Injectable()
export class CaseRegimes {
  constructor(
    private readonly reference: ReferenceData,
    private readonly filings: FilingStore,
    private readonly institutions: InstitutionStore,
  ) {}

  /** Settled with the act of handing in. */
  async handedIn(manager: Tx['manager'], filing: Filing, on: PlainDate): Promise<Filing> {
    const settled = regimeHandedIn(filing, await this.today(filing, on), await this.held(manager, filing));
    return { ...filing, ...settled };
  }

  /** As it is shown: of what is not handed in, what would hold today. */
  async shown(manager: Tx['manager'], filing: Filing, on: PlainDate): Promise<Filing> {
    if (filing.round > 0) return filing;
    const { regime, licenceLaw } = regimeShown(
      filing,
      await this.today(filing, on),
      await this.held(manager, filing),
    );
    return { ...filing, regime, licenceLaw };
  }

  /** The same of the lines of a list. */
  async shownOf<Line extends ListedCase>(
    manager: Tx['manager'],
    lines: readonly Line[],
    on: PlainDate,
  ): Promise<Line[]> {
    const rows = await this.rows();
    const about = lines.flatMap(({ round, type, institutionId }) =>
      round > 0 || type === 'INITIAL' || institutionId === null ? [] : [institutionId],
    );
    const held = await this.filings.regimesHeld(manager, [...new Set(about)]);
    return lines.map((line) => {
      if (line.round > 0) return line;
      const { type, kind, siteType, district, institutionId } = line;
      const regime =
        type === 'INITIAL'
          ? regimeOn(rows, { kind, siteType, district, on })
          : (held.get(institutionId ?? '') ?? 'FILING');
      return { ...line, regime, renewal: line.renewal && regime === 'LICENCE' };
    });
  }

  /** What the law asks of such a site on a day. */
  async today(site: SiteOfCase, on: PlainDate): Promise<CaseRegime> {
    return caseRegime(findRegime(await this.rows(), wanted(site, on)));
  }

  /** What an institution holds under its number. */
  async held(manager: Tx['manager'], { institutionId }: Pick<Filing, 'institutionId'>): Promise<CaseRegime> {
    const last = institutionId === null ? null : await this.filings.findLastFiled(manager, institutionId);
    return last === null ? caseRegime(undefined) : { regime: last.regime, licenceLaw: last.licenceLaw };
  }

  /** Of a licence that the authority has ended, or whose institution is closed, nothing goes on: its renewal is an application like any other;
   * what was granted before that was one. */
  async renewing(manager: Tx['manager'], filing: Filing): Promise<Filing> {
    if (filing.renewal === null || filing.status === 'ACCEPTED') return filing;
    const held = await this.institutions.findById(manager, filing.renewal.institutionId);
    const stands = held !== null && held.status !== 'CLOSED' && held.filingEndedAs === null;
    return stands ? filing : { ...filing, renewal: null };
  }

  /**
   * Last day of a licence that is given on a day. Where filing has taken over since it was asked for, by the years of the licence that was: a
   * licence without an end is one that the law gives.
   * @param before last day of the one that it renews
   */
  async validUntil(
    filing: SiteOfCase & { readonly regime: Regime },
    on: PlainDate,
    before: PlainDate | null,
  ): Promise<PlainDate | null> {
    if (filing.regime === 'FILING') return null;
    const licences = (await this.rows()).filter(({ regime }) => regime === 'LICENCE');
    return licenceEnd(findRegime(licences, wanted(filing, on))?.validYears ?? null, on, before);
  }

  private rows(): Promise<readonly RegimeRow[]> {
    return this.reference.list<RegimeRow>('regimes');
  }
}

const wanted = ({ kind, application: { district, siteType } }: SiteOfCase, on: PlainDate): RegimeWanted => ({
  kind,
  siteType,
  district,
  on,
});
