import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** A page of a list: `nextCursor` is null on the last one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

export class PageQuery {
  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 20 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 20;

  @ApiPropertyOptional({ description: '上一页返回的 nextCursor' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  cursor?: string;
}

/**
 * Cuts a page out of `limit + 1` rows.
 * @param cursorOf position of a row in the order of the list
 */
export function pageOf<R, T>(
  rows: readonly R[],
  limit: number,
  toItem: (row: R) => T,
  cursorOf: (row: R) => string,
): Page<T> {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { items: rows.slice(0, limit).map(toItem), nextCursor: last ? cursorOf(last) : null };
}

/** OpenAPI class of a page of `Item`. */
export function PageOf<T>(Item: new () => T): new () => { items: T[]; nextCursor: string | null } {
  class ItemPage {
    items!: T[];
    nextCursor!: string | null;
  }
  applyDecorators(ApiProperty({ type: [Item] }))(ItemPage.prototype, 'items');
  applyDecorators(ApiProperty({ type: String, nullable: true }))(ItemPage.prototype, 'nextCursor');
  Object.defineProperty(ItemPage, 'name', { value: `${Item.name}Page` });
  return ItemPage;
}
