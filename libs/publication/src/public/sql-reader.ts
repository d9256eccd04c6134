/** The one thing that public queries may do with the database: read it under the role `zhaoguan_public`. */
export interface SqlReader {
  query<T>(sql: string, parameters?: unknown[]): Promise<T>;
}
