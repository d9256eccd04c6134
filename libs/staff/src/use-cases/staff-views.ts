import { Injectable } from '@nestjs/common';
import {
  CREDENTIAL_TYPE_LABELS,
  postInWords,
  STAFF_STANDING_LABELS,
  strangePostInWords,
  type StaffRequirementRow,
  type StaffSite,
} from '@zhaoguan/contracts';
import type { Institution } from '@zhaoguan/institutions';
import { maskName, maskPaperNumber } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import { inForce, type Credential, type StaffMember } from '../domain/member';
import { standingOfCredential, type MemberStanding, type RequirementStanding } from '../domain/standing';
import { CredentialStore, type StaffFile } from '../store/credential.store';
import { placeOf, StaffRules, type Place } from './staff-rules';

export type RequirementView = Omit<RequirementStanding, 'requirement'> &
  Pick<StaffRequirementRow, 'code' | 'label' | 'credential' | 'basis' | 'note'> & {
    readonly standingLabel: string;
    readonly alternatives: readonly string[];
  };

/** A line of the register. The name is masked for everybody but the institution. */
export type MemberLine = StaffMember & {
  readonly postLabel: string;
  /** What is wrong with the post, and which to choose; null where nothing is, and for who has left. */
  readonly postFault: string | null;
  readonly standing: MemberStanding['standing'];
  readonly standingLabel: string;
  readonly requirements: readonly RequirementView[];
};

export type CredentialView = Credential & {
  readonly typeLabel: string;
  readonly standing: MemberStanding['standing'];
  readonly standingLabel: string;
  /** Whether a newer one has taken its place. */
  readonly replaced: boolean;
  readonly file: StaffFile | null;
};

export type MemberView = MemberLine &
  StaffSite & {
    readonly institutionName: string;
    /** Newest first, those that were replaced too. */
    readonly credentials: readonly CredentialView[];
    /** Whether the caller keeps this register. */
    readonly mayKeep: boolean;
  };

/** The institution whose register it is, and whether the reader is the one who keeps it. */
export interface Reader extends Place {
  readonly name: string;
  readonly isOwn: boolean;
}

export const readerOf = (institution: Institution, isOwn: boolean): Reader => ({
  ...placeOf(institution),
  name: institution.name,
  isOwn,
});

/** The register as it is answered with. */
@Injectable()
export class StaffViews {
  constructor(
    private readonly credentials: CredentialStore,
    private readonly rules: StaffRules,
  ) {}

  async lines(
    manager: Tx['manager'],
    members: readonly StaffMember[],
    reader: Reader,
  ): Promise<MemberLine[]> {
    const ids = members.map(({ id }) => id);
    const shown = await this.credentials.ofMembers(manager, ids);
    const judged = await this.rules.standings(members, shown, reader);
    return judged.map(({ member, standing }) => lineOf(member, standing, reader));
  }

  async full(manager: Tx['manager'], member: StaffMember, reader: Reader): Promise<MemberView> {
    const shown = await this.credentials.ofMembers(manager, [member.id]);
    const files = await this.credentials.files(manager, member.id);
    const judged = await this.rules.judged(reader);
    const [own] = await this.rules.standings([member], shown, reader);
    const counted = new Set(inForce(shown).map(({ id }) => id));
    return {
      ...lineOf(member, own?.standing ?? { standing: 'VALID', requirements: [] }, reader),
      institutionName: reader.name,
      kind: reader.kind,
      siteType: reader.siteType,
      mayKeep: reader.isOwn,
      credentials: shown.map((credential) => {
        const standing = standingOfCredential(credential, judged);
        return {
          ...credential,
          number:
            reader.isOwn || credential.number === null
              ? credential.number
              : maskPaperNumber(credential.number),
          typeLabel: CREDENTIAL_TYPE_LABELS[credential.type],
          standing,
          standingLabel: STAFF_STANDING_LABELS[standing],
          replaced: !counted.has(credential.id),
          file: files.find(({ id }) => id === credential.fileId) ?? null,
        };
      }),
    };
  }
}

function lineOf(
  member: StaffMember,
  { standing, requirements }: MemberStanding,
  { isOwn, kind, siteType }: Reader,
): MemberLine {
  return {
    ...member,
    name: isOwn ? member.name : maskName(member.name),
    postLabel: postInWords(member.post, siteType),
    postFault: member.leftOn === null ? strangePostInWords(member.post, { kind, siteType }, isOwn) : null,
    standing,
    standingLabel: STAFF_STANDING_LABELS[standing],
    requirements: requirements.map(({ requirement, ...rest }) => ({
      ...rest,
      code: requirement.code,
      label: requirement.label,
      credential: requirement.credential,
      basis: requirement.basis,
      note: requirement.note,
      alternatives: requirement.alternatives ?? [],
      standingLabel: STAFF_STANDING_LABELS[rest.standing],
    })),
  };
}
