import { Inject, Injectable } from '@nestjs/common';
import {
  CREDENTIAL_TYPES,
  type CredentialType,
  type StaffPost,
  type StaffRequirementRow,
  type StaffSite,
} from '@zhaoguan/contracts';
import { siteTypeOf, type Institution } from '@zhaoguan/institutions';
import { addDays, dateInShanghai, type Clock } from '@zhaoguan/kernel';
import { CLOCK, ReferenceData } from '@zhaoguan/platform';
import { VALIDITY_TERMS, type Credential, type StaffMember } from '../domain/member';
import { requirementsFor, standingOf, type Judged, type MemberStanding } from '../domain/standing';

/** How long before its last day something counts as near. */
const NEAR_TERM = 'EXPIRY_SECOND_NOTICE';

/** A site of a kind, and where it is. */
export interface Place extends StaffSite {
  readonly district: string;
}

export const placeOf = (institution: Pick<Institution, 'kind' | 'details' | 'district'>): Place => ({
  kind: institution.kind,
  siteType: siteTypeOf(institution),
  district: institution.district,
});

/** What the reference data ask of staff today, at a place. */
@Injectable()
export class StaffRules {
  constructor(
    private readonly reference: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async requirements({ kind, siteType }: StaffSite, post?: StaffPost): Promise<StaffRequirementRow[]> {
    const rows = await this.reference.list<StaffRequirementRow>('staff-requirements');
    const on = dateInShanghai(this.clock.now());
    return requirementsFor(rows, { kind, siteType, on, ...(post === undefined ? {} : { post }) });
  }

  async judged(place: Place): Promise<Judged> {
    const on = dateInShanghai(this.clock.now());
    const { value } = await this.reference.term(NEAR_TERM, { ...place, on });
    return { on, soonUntil: addDays(on, value) };
  }

  /** Months for which a credential of this type stands; null where the law does not say. */
  async monthsOf(type: CredentialType, place: Place): Promise<number | null> {
    const code = VALIDITY_TERMS[type];
    if (code === undefined) return null;
    const term = await this.reference.findTerm(code, { ...place, on: dateInShanghai(this.clock.now()) });
    return term?.value ?? null;
  }

  /** Types whose last day a rule sets at this place, and after how many months. */
  async typesOfTerm(place: Place): Promise<ReadonlyMap<CredentialType, number>> {
    const terms = new Map<CredentialType, number>();
    for (const type of CREDENTIAL_TYPES) {
      const months = await this.monthsOf(type, place);
      if (months !== null) terms.set(type, months);
    }
    return terms;
  }

  /** How each of these people stands. */
  async standings(
    members: readonly StaffMember[],
    credentials: readonly Credential[],
    place: Place,
  ): Promise<{ readonly member: StaffMember; readonly standing: MemberStanding }[]> {
    const judged = await this.judged(place);
    const rows = await this.requirements(place);
    const shownBy = new Map<string, Credential[]>();
    for (const credential of credentials)
      shownBy.set(credential.memberId, [...(shownBy.get(credential.memberId) ?? []), credential]);
    return members.map((member) => {
      const asked = requirementsFor(rows, { ...place, post: member.post, on: judged.on });
      return { member, standing: standingOf(shownBy.get(member.id) ?? [], asked, judged) };
    });
  }
}
