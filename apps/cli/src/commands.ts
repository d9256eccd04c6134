import type { Command } from './command';

export interface CommandEntry {
  readonly summary: string;
  readonly usage: string;
  /** Loaded when called: verifying a draw must not wait for a framework it does not use. */
  readonly load: () => Promise<Command>;
}

export const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  'create-administrator': {
    summary: '建立第一个系统管理员账号（不载入演示数据时）',
    usage: 'create-administrator 用户名 --districts 610116[,…] [--name 姓名]',
    load: async () => (await import('./people/create-administrator.command.js')).createAdministratorCommand,
  },
  'demo:main-path': {
    summary: '以每个岗位的身份把主流程走一遍（系统须已启动）',
    usage: 'demo:main-path [地址]',
    load: async () => (await import('./demo/main-path.command.js')).mainPathCommand,
  },
  doctor: {
    summary: '检查运行条件是否齐备',
    usage: 'doctor',
    load: async () => (await import('./doctor/doctor.command.js')).doctorCommand,
  },
  draw: {
    summary: '计算抽取结果，或验证已公开的抽取（不需要数据库和服务）',
    usage: 'draw compute 文件 | draw verify 文件',
    load: async () => (await import('./draw/command.js')).drawCommand,
  },
  import: {
    summary: '导入机构名录（中文表头的 .xlsx 或 .csv），有误的行逐条报告',
    usage: 'import institutions 文件',
    load: async () => (await import('./import/import.command.js')).importCommand,
  },
  log: {
    summary: '重算并核对透明日志；--anchor 指定外部保存的检查点',
    usage: 'log verify [--anchor 文件]',
    load: async () => (await import('./log/log.command.js')).logCommand,
  },
  papers: {
    summary: '核对文书的签名（不需要数据库、网络和服务）；更换签名密钥',
    usage: 'papers verify 文件 --signature 签名或文件 --key 公钥或文件 | papers rotate-key',
    load: async () => (await import('./papers/papers.command.js')).papersCommand,
  },
  openapi: {
    summary: '输出接口的 OpenAPI 文档（不需要数据库）',
    usage: 'openapi',
    load: async () => (await import('./openapi/openapi.command.js')).openapiCommand,
  },
  migrate: {
    summary: '升级数据库并载入基础数据',
    usage: 'migrate',
    load: async () => (await import('./database/migrate.command.js')).migrateCommand,
  },
};
