import { GRADES, GRADE_LABELS, SITE_NAMES, type DistrictRow } from '@zhaoguan/contracts';
import { isDistrictCode } from '@zhaoguan/kernel';
import { districtPath } from '@zhaoguan/publication';
import type { VNode } from 'preact';
import type { PageContext } from '../http/page-context';
import { REGISTER_KINDS } from '../http/search-criteria';

export type Districts = ReadonlyMap<string, DistrictRow>;

interface SearchFormProps {
  readonly context: PageContext;
  readonly districts: Districts;
  /** What is wrong with the name typed, if anything. */
  readonly fault?: string | undefined;
  /** With kind and grade as fields; a list offers those as links instead and carries them along. */
  readonly full?: boolean;
}

/** The search for an institution: part of its name, its district, its kind, its grade. */
export function SearchForm({ context, districts, fault, full = false }: SearchFormProps): VNode {
  const { q, kind, grade, district } = context.query;
  return (
    <form class="search" action="/institutions" method="get" role="search" aria-label="查机构">
      <div class="field field-name">
        <label for="q">机构名称</label>
        <p class="hint" id="q-hint">
          输入名称中连续的两个字以上
        </p>
        {fault !== undefined && (
          <p class="fault" id="q-fault">
            {fault}
          </p>
        )}
        <input
          id="q"
          name="q"
          type="search"
          value={q}
          maxLength={50}
          autoComplete="off"
          aria-describedby={fault === undefined ? 'q-hint' : 'q-hint q-fault'}
          aria-invalid={fault === undefined ? undefined : 'true'}
        />
      </div>
      <div class="field">
        <label for="district">所在区县</label>
        <DistrictSelect districts={districts} chosen={district} />
      </div>
      {full ? (
        <>
          <div class="field">
            <label for="kind">机构类型</label>
            <select id="kind" name="kind">
              <option value="">全部</option>
              {REGISTER_KINDS.map((code) => (
                <option key={code} value={code}>
                  {SITE_NAMES[code]}
                </option>
              ))}
            </select>
          </div>
          <div class="field">
            <label for="grade">信用等级</label>
            <select id="grade" name="grade">
              <option value="">全部</option>
              {GRADES.map((code) => (
                <option key={code} value={code}>
                  {`${code} ${GRADE_LABELS[code]}`}
                </option>
              ))}
            </select>
          </div>
        </>
      ) : (
        <>
          {kind !== undefined && <input type="hidden" name="kind" value={kind} />}
          {grade !== undefined && <input type="hidden" name="grade" value={grade} />}
        </>
      )}
      {context.elder && <input type="hidden" name="view" value="elder" />}
      <button type="submit" class="button">
        查机构
      </button>
    </form>
  );
}

/** Which districts the list below holds: the choice stands in the address alone, so the page must say it. */
export function Scope({ context, districts }: Pick<SearchFormProps, 'context' | 'districts'>): VNode {
  const { district } = context.query;
  const isRead = district !== undefined && isDistrictCode(district);
  return <p class="quiet scope">区县：{isRead ? districtPath(districts, district) : '全部区县'}</p>;
}

/** Districts grouped by city; the first of each group stands for all of it, where all of it can be meant. */
export function DistrictSelect({
  districts,
  chosen,
  countiesOnly = false,
}: {
  districts: Districts;
  chosen: string | undefined;
  countiesOnly?: boolean;
}): VNode {
  const rows = [...districts.values()];
  const heads = rows.filter(
    ({ code, level }) =>
      (level === 'CITY' || level === 'PROVINCE') &&
      rows.some((row) => row.parent === code && row.level === 'COUNTY'),
  );
  return (
    <select id="district" name="district">
      <option value="">{countiesOnly ? '全国通行的规定' : '全部区县'}</option>
      {heads.map(({ code, name }) => (
        <optgroup key={code} label={name}>
          {!countiesOnly && (
            <option value={code} selected={code === chosen}>
              {`${name}（全市）`}
            </option>
          )}
          {rows
            .filter((row) => row.parent === code && row.level === 'COUNTY')
            .map((county) => (
              <option key={county.code} value={county.code} selected={county.code === chosen}>
                {county.name}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  );
}
