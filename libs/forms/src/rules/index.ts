import { saysNumber } from './address';
import { classSize, placesInWhole } from './classes';
import { legalFormFitsCode, saysChildcare } from './identity';
import { leaseTerm, notBefore, notPast } from './lease';
import { areaPerPlace, maximum, minimum, withinWhole } from './limits';
import { notAsked } from './not-asked';
import type { RuleKind } from './rule';
import { everybodyPlaced, notFuture, noticePeriod, withinYears } from './service';

/** Every rule that a form can name. */
export const RULES: ReadonlyMap<string, RuleKind> = new Map(
  Object.entries({
    areaPerPlace,
    classSize,
    everybodyPlaced,
    leaseTerm,
    legalFormFitsCode,
    maximum,
    minimum,
    notAsked,
    notBefore,
    notFuture,
    noticePeriod,
    notPast,
    placesInWhole,
    saysChildcare,
    saysNumber,
    withinWhole,
    withinYears,
  }),
);
