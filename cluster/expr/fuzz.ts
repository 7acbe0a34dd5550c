// Compares our evaluation with Argo's over random conditions: node cluster/expr/fuzz.ts [count] [seed].
// Prints every difference and exits with 1 if there is one.
import { compareRandom } from './differences.ts';

const [count = 5_000, seed = Date.now() % 1_000_000] = process.argv.slice(2).map(Number);
const { differences, counts } = await compareRandom(count, seed);
for (const difference of differences) console.log(difference);
console.log(`seed ${String(seed)}, ${String(count)} questions, ${String(differences.length)} differences`);
for (const [pair, found] of [...counts].sort()) console.log(`  ${pair}: ${String(found)}`);
process.exitCode = differences.length === 0 ? 0 : 1;
