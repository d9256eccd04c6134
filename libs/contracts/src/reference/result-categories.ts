import { nothingElse, type ReferenceFile, readFile, requireUnique } from './file';
import { ReferenceDataError, type Row } from './row';

/** One standard wording of a published spot-check result (抽查检查结果). */
export interface ResultCategoryRow {
  readonly code: string;
  /** Code in the enterprise publicity system (国家企业信用信息公示系统). */
  readonly sourceCode: string;
  /** The public wording, not to be changed. */
  readonly label: string;
  /** May not be combined with another result. */
  readonly excludesOthers: boolean;
  /** Calls for rectification, a case or a transfer. */
  readonly requiresFollowUp: boolean;
  readonly note: string | null;
}

/**
 * Reads result-categories.json: codes, source codes and wordings unique, exactly one result excludes all others.
 * @throws ReferenceDataError with the place and the fault
 */
export function parseResultCategories(json: unknown): ReferenceFile<ResultCategoryRow> {
  const name = 'result-categories.json';
  const file = readFile(json, name, readCategory, nothingElse);
  requireUnique(file.items, name, (item) => item.code);
  requireUnique(file.items, name, (item) => item.sourceCode);
  requireUnique(file.items, name, (item) => item.label);
  if (file.items.filter((item) => item.excludesOthers).length !== 1) {
    throw new ReferenceDataError(`${name}.items`, '应恰有一个结果（未发现问题）排斥其他结果');
  }
  return file;
}

function readCategory(row: Row): ResultCategoryRow {
  const item = {
    code: row.matching('code', /^[A-Z][A-Z_]*$/, '应为大写字母和下划线'),
    sourceCode: row.matching('sourceCode', /^[0-9A-G]{1,2}$/, '应为公示系统代码'),
    label: row.chinese('label'),
    excludesOthers: row.flag('excludesOthers'),
    requiresFollowUp: row.flag('requiresFollowUp'),
    note: row.chineseOrNull('note'),
  };
  if (item.excludesOthers && item.requiresFollowUp)
    row.fail('requiresFollowUp', '未发现问题的结果没有后续处理');
  return item;
}
