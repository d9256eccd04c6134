import { ApiProperty } from '@nestjs/swagger';

/** Whether anybody works where a case is handed in. */
export class FilingOfficeDto {
  @ApiProperty({
    description:
      '没有提交过的首次申请：主管部门尚未在本平台受理申请（该机关没有可以受理的账号，停用的也没有；上级的账号不能办理本级的申请），不能提交（OFFICE_NOT_HERE）；其他为 false',
  })
  officeNotHere!: boolean;
  @ApiProperty({
    description: '申请人查看的、已经提交的：办理机关现在没有可以办理本件的工作人员，正在安排；其他为 false',
  })
  beingArranged!: boolean;
}
