import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Folder, makeFolder } from '../../support/folder.ts';
import { metric, read, told } from '../read.ts';

describe('checks', () => {
  it('take a list of metrics as they are', () => {
    const [check] = read(metric('interval: 30s', 'count: 5', 'failureLimit: 1')).checks;
    expect(check).toEqual({
      name: 'error-rate',
      when: 'pause',
      raw: {
        name: 'error-rate',
        provider: { web: { url: 'http://web/rate' } },
        interval: '30s',
        count: 5,
        failureLimit: 1,
      },
      place: 'line 1, column 3',
      dryRun: false,
      retention: 10,
    });
  });

  it('take a whole spec, and a manifest of one', () => {
    const metrics = metric();
    const spec = `metrics:\n${metrics}`;
    const manifest = `apiVersion: argoproj.io/v1alpha1\nkind: ClusterAnalysisTemplate\nmetadata: { name: x }\nspec:\n${spec.replaceAll(/^/gm, '  ').trimEnd()}\n`;
    const names = [metrics, spec, manifest].map((text) => read(text).checks.map(({ name }) => name));
    expect(names).toEqual([['error-rate'], ['error-rate'], ['error-rate']]);
    expect(read(manifest).checks[0]?.place).toBe('line 6, column 5');
  });

  it('know when, and at which steps', () => {
    const words = (...fields: readonly string[]): unknown => {
      const [check] = read(metric(...fields)).checks;
      return {
        when: check?.when,
        steps: check?.steps,
        isInRaw: Object.keys(check?.raw ?? {}).includes('when'),
      };
    };
    expect(words()).toEqual({ when: 'pause', steps: undefined, isInRaw: false });
    expect(words('when: pause', 'steps: [1, 3]')).toEqual({ when: 'pause', steps: [1, 3], isInRaw: false });
    expect(words('when: background', 'interval: 30s')).toMatchObject({ when: 'background' });
    expect(words('when: healthy')).toMatchObject({ when: 'healthy' });
  });

  it('take the name of an AnalysisTemplate in place of a metric', () => {
    const text =
      '- templateName: smoke\n  clusterScope: true\n  args: [{ name: host, value: web }]\n  when: healthy\n- { templateName: smoke, name: again }\n';
    const [first, second] = read(text).checks;
    const analysisTemplate = {
      templateName: 'smoke',
      clusterScope: true,
      args: [{ name: 'host', value: 'web' }],
    };
    expect(first).toMatchObject({
      name: 'smoke',
      when: 'healthy',
      raw: { name: 'smoke', provider: { analysisTemplate }, count: 1, consecutiveErrorLimit: 0 },
    });
    expect(second?.name).toBe('again');
  });

  it('take the templates of a spec, too', () => {
    const text = `templates:\n- templateName: smoke\nmetrics:\n${metric()}`;
    expect(read(text).checks.map(({ name }) => name)).toEqual(['error-rate', 'smoke']);
  });

  it('follow anchors and merge keys, with places in what they take over', () => {
    const text = `- &rate\n  name: a\n  provider: { web: { url: http://web } }\n  interval: 5x\n  count: 2\n- <<: *rate\n  name: b\n`;
    expect(told(text).map((line) => line.slice(0, 42))).toEqual([
      '- checks: line 4, column 3: a.interval is ',
      '- checks: line 4, column 3: b.interval is ',
    ]);
    expect(read(text.replace('5x', '5s')).checks.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('stop at aliases that would grow without end', () => {
    const lines = [
      '- &a0 [x, x]',
      ...Array.from({ length: 20 }, (_, n) => `- &a${String(n + 1)} [*a${String(n)}, *a${String(n)}]`),
    ];
    expect(told(lines.join('\n'))).toEqual([
      '- checks: line 1, column 1: no plain YAML (Excessive alias count indicates a resource exhaustion attack); use fewer aliases.',
    ]);
  });

  it('are known by their names with the args in them', () => {
    const text = `metrics:\n${metric().replace('error-rate', '"{{args.a}}-rate"')}dryRun:\n- metricName: error-rate\n`;
    const [check] = read(text, { args: 'a=error' }).checks;
    expect(check).toMatchObject({ name: 'error-rate', raw: { name: 'error-rate' }, dryRun: true });
  });

  it('name metrics of a dry run and of a longer history by expressions, as Argo does', () => {
    const other = metric().replace('error-rate', 'latency');
    const text = `dryRun:\n- metricName: (?i)ERROR-.*\nmeasurementRetention:\n- { metricName: .*, limit: 20 }\n- { metricName: latency, limit: 0 }\nmetrics:\n${metric()}${other}`;
    expect(read(text).checks.map(({ dryRun, retention }) => [dryRun, retention])).toEqual([
      [true, 20],
      [false, 10],
    ]);
  });
});

describe('checks in a file', () => {
  let folder: Folder;
  beforeAll(async () => {
    folder = await makeFolder();
    await folder.write('deploy/checks.yaml', metric('interval: 5x'));
    await folder.write('deploy/good', metric());
    await folder.write(
      'deploy/checks.json',
      JSON.stringify([{ name: 'a', provider: { web: { url: 'http://web' } } }]),
    );
  });
  afterAll(() => folder.remove());
  const toldOf = (path: string): readonly string[] => told(path, { folder: folder.path });

  it('are told with the file, line and column', () => {
    expect(toldOf('deploy/checks.yaml')).toEqual([
      '- checks: deploy/checks.yaml:3:3: error-rate.interval is "5x", no duration; allowed: a number with a unit such as 90s, 5m or 1h30m.',
    ]);
    expect(toldOf(' deploy/checks.yaml \n')).toHaveLength(1);
  });

  it('are read whatever the name of the file is, and as JSON', () => {
    const { checks } = read('deploy/good', { folder: folder.path });
    expect(checks[0]?.place).toBe('deploy/good:1:3');
    expect(read('./deploy/checks.json', { folder: folder.path }).checks[0]?.name).toBe('a');
  });

  it('that are not there are named, with what was probably meant', () => {
    expect(toldOf('deploy/check.yaml')).toEqual([
      `- checks: there is no file deploy/check.yaml in ${folder.path}; did you mean deploy/checks.yaml?`,
    ]);
    expect(toldOf('elsewhere/x.yml')).toEqual([
      `- checks: there is no file elsewhere/x.yml in ${folder.path}; give a path from the root of the workspace, or the YAML itself.`,
    ]);
    expect(toldOf('deploy')).toEqual(['- checks: deploy is a folder; name a YAML file in it.']);
  });

  it('are missed in an empty workspace because nothing was checked out', async () => {
    const empty = await makeFolder();
    expect(told('checks.yaml', { folder: empty.path })).toEqual([
      `- checks: there is no file checks.yaml in ${empty.path}; the workspace is empty: is actions/checkout missing before this step?`,
    ]);
    await empty.remove();
  });
});

describe('args', () => {
  const uses = metric('successCondition: result != "{{args.limit}}"');
  const declared = (arg: string): string => `args:\n- ${arg}\nmetrics:\n${uses}`;

  it('of the input are text as it stands', () => {
    const args = 'limit=0.050\nname=yes\nweight=a=b: {c}  \r\nsha=\nstep=$5\nimage=x $HOME';
    expect([...read(uses, { args }).args]).toEqual([
      ['limit', { kind: 'value', value: '0.050' }],
      ['name', { kind: 'value', value: 'yes' }],
      ['weight', { kind: 'value', value: 'a=b: {c}' }],
      ['sha', { kind: 'value', value: '' }],
      ['step', { kind: 'value', value: '$5' }],
      ['image', { kind: 'value', value: 'x $HOME' }],
    ]);
  });

  it('of the input take variables, hidden unless the runner itself sets them', () => {
    const env = { TOKEN: 'a', GITHUB_TOKEN: 'b', GITHUB_REF: 'c', RUNNER_OS: 'd' };
    const args = 'limit=$TOKEN\nname=${GITHUB_TOKEN}\nsha=$GITHUB_REF\nstep=$RUNNER_OS';
    expect([...read(uses, { args, env }).args.values()]).toEqual([
      { kind: 'env', variable: 'TOKEN', hidden: true },
      { kind: 'env', variable: 'GITHUB_TOKEN', hidden: true },
      { kind: 'env', variable: 'GITHUB_REF', hidden: false },
      { kind: 'env', variable: 'RUNNER_OS', hidden: false },
    ]);
  });

  it('of the spec have values, Secrets and variables', () => {
    const sourceOf = (arg: string): unknown => read(declared(arg), { env: { LIMIT: '5' } }).args.get('limit');
    expect(sourceOf('{ name: limit, value: "5" }')).toEqual({ kind: 'value', value: '5' });
    expect(sourceOf('{ name: limit, valueFrom: { secretKeyRef: { name: web, key: limit } } }')).toEqual({
      kind: 'secret',
      name: 'web',
      key: 'limit',
    });
    expect(sourceOf('{ name: limit, valueFrom: { env: LIMIT } }')).toEqual({
      kind: 'env',
      variable: 'LIMIT',
      hidden: true,
    });
  });

  it('of Secrets may hold whatever fits: what they hold is read when they are needed', () => {
    const uses = (field: string): string =>
      `args:\n- { name: x, valueFrom: { secretKeyRef: { name: web, key: x } } }\nmetrics:\n- name: a\n  ${field}\n`;
    const web = 'provider: { web: { url: http://web } }';
    for (const field of [
      'provider: { web: { url: "{{args.x}}" } }',
      'provider: { web: { url: "http://{{args.x}}/" } }',
      `${web}\n  successCondition: result < {{args.x}}`,
      `${web}\n  successCondition: result {{args.x}}`,
      `${web}\n  interval: "{{args.x}}"\n  count: 2`,
      `${web}\n  count: "{{args.x}}"`,
    ])
      expect(told(uses(field))).toEqual([]);
    expect(told(uses(`${web}\n  successCondition: result {{args.x}}\n  failureLimit: many`))).toHaveLength(1);
  });

  it('of the input come before those of the spec, and give the required ones', () => {
    const given = { args: 'limit=7' };
    const seven = new Map([['limit', { kind: 'value', value: '7' }]]);
    expect(read(declared('name: limit'), given).args).toEqual(seven);
    expect(read(declared('{ name: limit, value: "5" }'), given).args).toEqual(seven);
    expect(read(declared('{ name: limit, valueFrom: { env: NOT_SET } }'), given).args).toEqual(seven);
  });

  it('that every check has need no value', () => {
    const text = `args:\n- name: namespace\nmetrics:\n${metric('successCondition: result == "{{args.namespace}}"')}`;
    expect(read(text).args.size).toBe(0);
    expect(read(text, { args: 'weight=5' }).args.size).toBe(1);
  });

  it('may be for an AnalysisTemplate, whose own args are in the cluster', () => {
    expect(read('- templateName: smoke\n', { args: 'host=web' }).args.size).toBe(1);
  });
});
