import { Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { ApiController, Public } from '../http/policy';
import { ReferenceData } from './reference-data';

const AN_HOUR = 'public, max-age=3600';

class DistrictDto {
  @ApiProperty({ example: '610116' })
  code!: string;
  @ApiProperty({ example: '长安区' })
  name!: string;
  @ApiProperty({ example: '西安市长安区', description: '自地级起的全称；省级为其名称' })
  path!: string;
  @ApiProperty({ enum: ['PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP'], example: 'COUNTY' })
  level!: string;
  @ApiProperty({ type: String, nullable: true, example: '610100' })
  parent!: string | null;
}

class DistrictListDto {
  @ApiProperty({ type: [DistrictDto] })
  items!: readonly DistrictDto[];
}

/** 行政区划, for choosing and naming places. A few hundred rows that change once a year: one answer holds them all. */
@ApiController('districts', '基础数据')
export class DistrictsController {
  constructor(private readonly reference: ReferenceData) {}

  @Get()
  @Public()
  @Header('cache-control', AN_HOUR)
  @ApiOperation({ summary: '行政区划' })
  @ApiOkResponse({ type: DistrictListDto })
  async list(): Promise<DistrictListDto> {
    const all = await this.reference.districts();
    const pathOf = (code: string): string => {
      const district = all.get(code);
      if (!district) return '';
      const above = district.parent === null ? undefined : all.get(district.parent);
      return above && above.level !== 'PROVINCE' ? pathOf(above.code) + district.name : district.name;
    };
    const items = [...all.values()].toSorted((a, b) => a.code.localeCompare(b.code));
    return { items: items.map((district) => ({ ...district, path: pathOf(district.code) })) };
  }
}
