/**
 * Property tests draw from one seed, so that a gate says the same twice; FC_SEED explores others
 * (`FC_SEED=$RANDOM npm test`), and what it finds becomes a case.
 */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_270_104) });
