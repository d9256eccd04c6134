import { INSTITUTION_STATUS_LABELS, OWNERSHIP_LABELS, REMOVAL_WORDS, siteInWords } from '@zhaoguan/contracts';
import type { SheetColumn } from '@zhaoguan/platform';
import {
  AUTHORITY_COLUMN,
  DIRECTORY_COLUMNS,
  isRecorded,
  STATE_COLUMN,
} from '../domain/directory-row-headers';
import type { DirectoryLine } from '../store/institution-list.store';

/**
 * The columns by which a directory is read, so that what goes out can come in again; the authority and the state stand behind
 * them and are not read. Head and head's telephone are personal data that the list does not show either.
 * @param nameOf name of a district from the province down
 * @param townshipOf name of a township
 * @param authorityOf name of the authority that has it (备案机关)
 */
export function directoryColumns(
  nameOf: (district: string) => string,
  townshipOf: (township: string) => string,
  authorityOf: (row: DirectoryLine) => string,
): readonly SheetColumn<DirectoryLine>[] {
  return [
    { header: DIRECTORY_COLUMNS.name, width: 36, type: 'text', value: ({ name }) => name },
    { header: DIRECTORY_COLUMNS.uscc, width: 22, type: 'text', value: ({ uscc }) => uscc },
    { header: DIRECTORY_COLUMNS.kind, width: 12, type: 'text', value: siteInWords },
    { header: DIRECTORY_COLUMNS.districtCode, width: 14, type: 'text', value: ({ district }) => district },
    { header: DIRECTORY_COLUMNS.districtName, width: 26, type: 'text', value: (row) => nameOf(row.district) },
    {
      header: DIRECTORY_COLUMNS.township,
      width: 16,
      type: 'text',
      value: ({ township }) => township && townshipOf(township),
    },
    { header: DIRECTORY_COLUMNS.address, width: 48, type: 'text', value: ({ address }) => address },
    { header: DIRECTORY_COLUMNS.servicePhone, width: 16, type: 'text', value: (row) => row.servicePhone },
    { header: DIRECTORY_COLUMNS.beds, width: 10, type: 'number', value: capacityOf('ELDERLY_CARE') },
    { header: DIRECTORY_COLUMNS.places, width: 10, type: 'number', value: capacityOf('CHILDCARE') },
    { header: DIRECTORY_COLUMNS.nursingBeds, width: 14, type: 'number', value: (row) => row.nursingBeds },
    {
      header: DIRECTORY_COLUMNS.ownership,
      width: 12,
      type: 'text',
      value: ({ ownership }) => ownership && OWNERSHIP_LABELS[ownership],
    },
    { header: DIRECTORY_COLUMNS.filingNumber, width: 24, type: 'text', value: (row) => row.filingNumber },
    { header: DIRECTORY_COLUMNS.filedOn, width: 13, type: 'day', value: ({ filedOn }) => filedOn },
    { header: DIRECTORY_COLUMNS.grade, width: 10, type: 'text', value: ({ grade }) => grade },
    {
      header: AUTHORITY_COLUMN,
      width: 26,
      type: 'text',
      value: (row) => (row.filingNumber === null ? null : authorityOf(row)),
    },
    { header: STATE_COLUMN, width: 14, type: 'text', value: stateOf },
  ];
}

/** The columns that are read, for an empty sheet. */
export function readColumns(): readonly SheetColumn<DirectoryLine>[] {
  const nowhere = (): string => '';
  return directoryColumns(nowhere, nowhere, nowhere).filter(({ header }) => !isRecorded(header));
}

function capacityOf(own: DirectoryLine['kind']): (row: DirectoryLine) => number | null {
  return ({ kind, capacity }) => (kind === own ? capacity : null);
}

function stateOf({ status, filingEndedAs, regime }: DirectoryLine): string {
  const state = INSTITUTION_STATUS_LABELS[status];
  return filingEndedAs === null ? state : `${state}（${REMOVAL_WORDS[regime].ends[filingEndedAs]}）`;
}
