import { Injectable } from '@nestjs/common';
import { OfficialStore, type Duty } from '@zhaoguan/access';
import { LEAD_DEPARTMENT, type JurisdictionRow, type Permission } from '@zhaoguan/contracts';
import { ReferenceData, type Tx } from '@zhaoguan/platform';
import { nearest, responsible } from '../domain/audience';
import type { CaseFacts, DrawFacts, FollowUpFacts, InstitutionFacts } from '../domain/facts';
import { FactStore } from '../store/fact.store';

/** Whom to tell: of all who may do something, those nearest to the place. */
@Injectable()
export class Audience {
  constructor(
    private readonly officials: OfficialStore,
    private readonly facts: FactStore,
    private readonly reference: ReferenceData,
  ) {}

  /** Ids of those who hold the permission for all the districts. */
  async holders(tx: Tx, duty: Duty): Promise<string[]> {
    const holders = await this.officials.holders(tx.manager, duty);
    return nearest(holders, duty.districts).map(({ id }) => id);
  }

  /** The same for a site, about which its township's authority decides. @param except who did the step before */
  async holdersAt(
    tx: Tx,
    site: { readonly district: string; readonly township: string | null },
    duty: Omit<Duty, 'districts'>,
    except: readonly string[] = [],
  ): Promise<string[]> {
    const place = site.township ?? site.district;
    const holders = await this.officials.holders(tx.manager, { ...duty, districts: [place] });
    const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
    const able = responsible(holders, jurisdictions, site).filter(({ id }) => !except.includes(id));
    return nearest(able, [place]).map(({ id }) => id);
  }

  /** Who reads nothing of a bad rating: who has had a hand in the filing and, until that is decided, whoever may decide it. */
  async apartFrom(tx: Tx, { filingId, kind, undecided, ...site }: FollowUpFacts): Promise<string[]> {
    const hands = await this.facts.handsIn(tx.manager, filingId);
    if (!undecided) return hands;
    const districts = [site.township ?? site.district] as const;
    const duty = { permission: 'filing.accept', districts, department: LEAD_DEPARTMENT[kind] } as const;
    return [...hands, ...(await this.officials.holders(tx.manager, duty)).map(({ id }) => id)];
  }

  /** Who decides a case: of the department that conducts it, where its party stands. */
  ofCase(tx: Tx, party: InstitutionFacts, { department }: CaseFacts): Promise<string[]> {
    return this.holdersAt(tx, party, { permission: 'case.decide', department });
  }

  /** Who published what a case rests on, or might have: the reviewers of the department, where its party stands. */
  reviewersOf(tx: Tx, party: InstitutionFacts, { department }: CaseFacts): Promise<string[]> {
    return this.holdersAt(tx, party, { permission: 'result.publish', department });
  }

  /** Planners and reviewers of a draw: those who may look at it, of the department in charge. */
  ofDraw(tx: Tx, { kind, districts }: DrawFacts): Promise<string[]> {
    const permission: Permission = 'draw.read';
    return this.holders(tx, { permission, districts, department: LEAD_DEPARTMENT[kind] });
  }
}
