/** What each command of package.json that is a script by itself is for. The command line tool and the benches tell their own. */
const ABOUT = {
  start: ['启动整个系统；缺少的先安装、编译，Ctrl-C 停止', 'npm start'],
  test: ['运行全部检查和测试；--only 只运行其中几类', 'npm test [-- --only checks,unit,int,journey,browser]'],
  build: ['编译；缺少的依赖先安装', 'npm run build'],
  lint: ['静态检查（类型除外）', 'npm run lint'],
  typecheck: ['类型检查', 'npm run typecheck'],
  'system-packages': ['安装测试需要的程序；不能安装的，说明缺少什么', 'npm run system-packages'],
  'complete-lock': ['补全 package-lock.json；--check 只检查，不改动', 'npm run complete-lock [-- --check]'],
  'guide:screenshots': ['重新拍摄使用说明中的图片（运行浏览器测试）', 'npm run guide:screenshots'],
};

/** Says it and ends with 0 where help is asked for: nothing is installed, built or begun by somebody who asks what it does. */
export function helpOf(name) {
  if (!process.argv.slice(2).some((arg) => arg === '--help' || arg === '-h')) return;
  const [summary, usage] = ABOUT[name];
  process.stdout.write(`${summary}\n用法：${usage}\n`);
  process.exit(0);
}
