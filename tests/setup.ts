/**
 * Property tests draw from one seed, so that a gate says the same twice; FC_SEED explores others
 * (`FC_SEED=$RANDOM npm test`), and what it finds becomes a case. What fails is made smaller only with FC_SHRINK=1: a firm
 * is planned anew for each try, and a gate that is red should say so soon.
 */
import fc from 'fast-check';

fc.configureGlobal({
  seed: Number(process.env.FC_SEED ?? 20_270_104),
  endOnFailure: process.env.FC_SHRINK === undefined,
});
