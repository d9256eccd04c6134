import {
  STAFF_POST_LABELS,
  STAFF_STANDING_LABELS,
  STAFF_STANDINGS,
  type StaffStanding,
} from '@zhaoguan/contracts';
import type { Coverage } from '../domain/standing';
import type { StaffCoverageDto } from './staff.dto';

/** The sum of a register with its words. */
export const coverageAnswer = ({
  employed,
  byStanding,
  byPost,
  byRequirement,
}: Coverage): Omit<StaffCoverageDto, 'mayRevealNames'> => ({
  employed,
  byStanding: counted(byStanding),
  byPost: [...byPost].map(([post, count]) => ({ post, label: STAFF_POST_LABELS[post], count })),
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
