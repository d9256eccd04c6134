/**
 * SQL that fills an empty registry with invented institutions over all counties, straight into the table: a million of them
 * take half a minute. Names are made of parts, so that some fragments are in half of all names, some in few, and one
 * (琉璃) in five of them.
 */
export function manyInstitutions(rows: number): string {
  return `
    with county as (
      select code, row_number() over (order by code) - 1 as place from reference.district where level = 'COUNTY')
    insert into institutions.institution (id, kind, name, uscc, legal_form, address, district, capacity, status, source,
                                          grade, registered_at, version)
    select uuidv7(), case when i % 4 = 0 then 'CHILDCARE' else 'ELDERLY_CARE' end,
           '示例·' || (array['康宁', '春晖', '颐和', '夕照', '松鹤', '百合', '金秋', '常青'])[1 + (i * 7) % 8]
             || (array['东', '南', '西', '北', '中'])[1 + (i * 3) % 5] || '路第' || i
             || case when i % ${Math.ceil(rows / 5)} = 17 then '琉璃' else '' end
             || case when i % 4 = 0 then '托育园' else '养老院' end,
           '52610116MJY' || lpad(i::text, 7, '0'), 'PRIVATE_NON_ENTERPRISE', '示例路' || i || '号', county.code, 100,
           'OPERATING', 'IMPORT', (array['A', 'B', 'B', 'B', 'C', 'D'])[1 + (i * 5) % 6],
           timestamptz '2026-01-01' + i * interval '1 second', 1
      from generate_series(1, ${rows}) as i
      join county on county.place = (i * 31) % (select count(*) from county)`;
}
