import {
  postInWords,
  STAFF_STANDING_LABELS,
  STAFF_STANDINGS,
  type StaffSite,
  type StaffStanding,
} from '@zhaoguan/contracts';
import type { Coverage } from '../domain/standing';
import type { StaffCoverageDto } from './staff.dto';

/** The sum of a register with its words. */
export const coverageAnswer = ({
  siteType,
  employed,
  byStanding,
  byPost,
  byRequirement,
}: Coverage & { readonly siteType: StaffSite['siteType'] }): Omit<StaffCoverageDto, 'mayRevealNames'> => ({
  employed,
  byStanding: counted(byStanding),
  byPost: [...byPost].map(([post, count]) => ({ post, label: postInWords(post, siteType), count })),
  byRequirement: byRequirement.map(({ requirement: { code, label, basis }, byStanding: of }) => ({
    code,
    label,
    basis,
    byStanding: counted(of),
  })),
});

const counted = (of: Readonly<Record<StaffStanding, number>>): StaffCoverageDto['byStanding'] =>
  STAFF_STANDINGS.map((standing) => ({
    standing,
    label: STAFF_STANDING_LABELS[standing],
    count: of[standing],
  }));
