/** A0: everyone should see how their own role is in the theme. */
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  id: 'theme-meaning-missing',
  heading: 'reach',
  severity: 'info',
  sentence: 'A theme does not say what it means to a department that must meet it.',
  why: 'Walters (A0) wants each monthly theme to help everyone connect how their role contributes. The same word means a returned lamp to the shop and a reminder letter to accounting; unless somebody writes that down, each hears it as the other’s.',
  fix: 'Write one sentence for the department, or for each of its roles, under the theme’s meaning.',
  articles: ['A0'],
  examples: {
    fires: 'themes:\n  empathy:\n    meaning:\n      shop: We ask before we advise.\n      office: null\n',
    silent:
      'themes:\n  empathy:\n    meaning:\n      shop: We ask before we advise.\n      office: We write the letter we would like to get.\n',
  },
  forPeople: 'What a theme means at somebody’s own desk is for those who sit there.',
  *check({ model, departments, postsOfDepartment }) {
    for (const theme of model.themes.values()) {
      for (const { id, name } of departments) {
        const asked = postsOfDepartment(id).filter((post) => theme.audience.posts.has(post.id));
        if (asked.length === 0 || theme.meaning.has(id)) continue;
        if (asked.some(({ role }) => theme.meaning.has(role))) continue;
        yield {
          subject: { department: id, theme: theme.id },
          message: `“${theme.name}” does not say what it means in ${name}.`,
          pointer: ['themes', theme.id, 'meaning'],
        };
      }
    }
  },
};
