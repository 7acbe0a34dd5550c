import { describe, expect, it } from '@jest/globals';
import { readMetric } from '../../../src/checks/reading/metric.ts';
import { read, told } from '../read.ts';

const command = (...fields: readonly string[]): string =>
  ['- name: smoke', '  provider:', '    command:', ...fields.map((field) => `      ${field}`), ''].join('\n');

describe('what is run as a program', () => {
  it('has no args filled in, and the error says what to use', () => {
    expect(told(command('run: ./smoke.sh {{args.pod-hash}} {{ args.image }}'))).toEqual([
      expect.stringMatching(
        /run has \{\{args\.pod-hash\}\}, which is not filled into what is run.*"\$ARG_POD_HASH" in a shell/,
      ),
      expect.stringContaining('"$ARG_IMAGE" in a shell'),
    ]);
    expect(told(command('run: exit 0', 'shell: "bash {{args.image}} {0}"'))).toHaveLength(1);
  });

  it('keeps the templates of other programs', () => {
    const run = `docker inspect -f '{{.State.Health.Status}}' web`;
    const [check] = read(command(`run: ${JSON.stringify(run)}`)).checks;
    if (check === undefined) throw new Error('there is no check');
    const metric = readMetric(check, new Map(), (path, what) => {
      throw new Error(`${path.join('.')} ${what}`);
    });
    expect(metric?.spec).toMatchObject({ run });
  });

  it('may have args in its environment and where it is run', () => {
    expect(
      told(command('run: env', 'env: { HASH: "{{args.pod-hash}}" }', 'workingDirectory: "{{args.name}}"')),
    ).toEqual([]);
  });

  it('has all args, also those that no check names', () => {
    expect(told(command('run: echo "$ARG_LIMIT"'), { args: 'limit=5' })).toEqual([]);
  });
});
