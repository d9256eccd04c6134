import { useMemo } from 'react';
import { ACCESS_PAGES } from '../features/access/pages';
import { AUDIT_PAGES } from '../features/audit/pages';
import { ENFORCEMENT_PAGES } from '../features/enforcement/pages';
import { EXPIRY_PAGES } from '../features/expiries/pages';
import { EXCHANGE_PAGES } from '../features/exchange/pages';
import { FILING_PAGES } from '../features/filings/pages';
import { OPINION_PAGES } from '../features/opinions/pages';
import { INSPECTION_PAGES } from '../features/inspections/pages';
import { OWN_INSPECTION_PAGES } from '../features/inspections/own/pages';
import { INSTITUTION_PAGES } from '../features/institutions/pages';
import { REMOVAL_PAGES } from '../features/removals/pages';
import { RATING_PAGES } from '../features/ratings/pages';
import { UNFILED_PAGES } from '../features/unfiled/pages';
import { STAFF_PAGES } from '../features/staff/pages';
import { WORKBENCH_PAGES } from '../features/workbench/pages';
import { mayAny } from '../shared/session/session';
import { useIsLicensed } from '../shared/session/use-list-words';
import { useUser } from '../shared/session/use-session';
import { titleOf, type PageDefinition } from './page-definition';

/** Every page of the console; each feature declares its own. */
export const PAGES: readonly PageDefinition[] = [
  ...WORKBENCH_PAGES,
  ...FILING_PAGES,
  ...REMOVAL_PAGES,
  ...OPINION_PAGES,
  ...INSPECTION_PAGES,
  ...INSTITUTION_PAGES,
  ...STAFF_PAGES,
  ...EXPIRY_PAGES,
  ...OWN_INSPECTION_PAGES,
  ...ENFORCEMENT_PAGES,
  ...RATING_PAGES,
  ...UNFILED_PAGES,
  ...ACCESS_PAGES,
  ...EXCHANGE_PAGES,
  ...AUDIT_PAGES,
];

/** The pages the person may open and finds in the navigation, in its order. */
export function useNavigation(): readonly PageDefinition[] {
  const user = useUser();
  const isLicensed = useIsLicensed();
  return useMemo(
    () =>
      PAGES.filter(({ nav, anyOf }) => nav !== undefined && mayAny(user, anyOf))
        .toSorted((a, b) => (a.nav?.order ?? 0) - (b.nav?.order ?? 0))
        .map((page) => ({ ...page, title: titleOf(page, isLicensed) })),
    [user, isLicensed],
  );
}
