import { saysNumber } from './address';
import { classAge, classesOnce, classSize, placesInWhole, placesMakeWhole } from './classes';
import { isFoodLicence, lacking } from './food';
import { legalFormFitsCode, registryLevelFitsCode, saysChildcare } from './identity';
import { leaseTerm, notAfter, notBefore, notPast, notSameDay } from './lease';
import { areaPerPlace, maximum, minimum, withinWhole } from './limits';
import { notAsked } from './not-asked';
import {
  bedsWithinWhole,
  depositWithin,
  residentsWithinBeds,
  withinBeds,
  withinPlaces,
} from './numbers-of-people';
import { isPersonName } from './person-name';
import { areaPerBed, builtWithin, endsSoon, notAfterThisYear, notAllowed, secondFloor } from './premises';
import { allChosen } from './promises';
import { notItself, withinDaysOf } from './receivers';
import type { RuleKind } from './rule';
import {
  everybodyPlaced,
  notAtOnce,
  notFuture,
  noticePeriod,
  refundNotice,
  withinDays,
  withinMonths,
  withinYears,
} from './service';
import {
  enoughCarers,
  enoughCarersAtHome,
  enoughCarersWithMixed,
  enoughCareWorkers,
  healthStaffFullTime,
  partsOfPost,
  postsOnce,
  withCooks,
  withGuards,
  withHealthStaff,
} from './staffing';

/** Every rule that a form can name. */
export const RULES: ReadonlyMap<string, RuleKind> = new Map(
  Object.entries({
    allChosen,
    areaPerBed,
    areaPerPlace,
    bedsWithinWhole,
    builtWithin,
    classAge,
    classesOnce,
    classSize,
    depositWithin,
    endsSoon,
    enoughCarers,
    enoughCarersAtHome,
    enoughCarersWithMixed,
    enoughCareWorkers,
    everybodyPlaced,
    healthStaffFullTime,
    isFoodLicence,
    isPersonName,
    lacking,
    leaseTerm,
    legalFormFitsCode,
    maximum,
    minimum,
    notAfter,
    notAfterThisYear,
    notAllowed,
    notAsked,
    notAtOnce,
    notBefore,
    notFuture,
    noticePeriod,
    notItself,
    notPast,
    notSameDay,
    partsOfPost,
    placesInWhole,
    placesMakeWhole,
    postsOnce,
    refundNotice,
    registryLevelFitsCode,
    residentsWithinBeds,
    saysChildcare,
    saysNumber,
    secondFloor,
    withinBeds,
    withinDays,
    withinDaysOf,
    withinMonths,
    withinPlaces,
    withinWhole,
    withinYears,
    withCooks,
    withGuards,
    withHealthStaff,
  }),
);
