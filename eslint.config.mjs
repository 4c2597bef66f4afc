import eslint from '@eslint/js';
import prettier from 'eslint-config-prettier';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
	{ignores: ['dist/**', 'coverage/**', 'node_modules/**']},
	eslint.configs.recommended,
	{
		files: ['**/*.ts', '**/*.tsx'],
		extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
		languageOptions: {parserOptions: {projectService: true}},
		rules: {
			'@typescript-eslint/switch-exhaustiveness-check': 'error',
			'@typescript-eslint/consistent-type-definitions': ['error', 'type'],
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true}],
			'@typescript-eslint/no-confusing-void-expression': ['error', {ignoreArrowShorthand: true}],
			'@typescript-eslint/no-unused-vars': [
				'error',
				{argsIgnorePattern: '^_', ignoreRestSiblings: true},
			],
		},
	},
	{
		// The product writes through cli/output.ts only, so that stdout stays data.
		files: ['src/**/*.ts', 'src/**/*.tsx'],
		plugins: {'react-hooks': hooks},
		rules: {
			...hooks.configs.recommended.rules,
			'no-console': 'error',
			'max-lines': ['error', {max: 250, skipBlankLines: true, skipComments: true}],
			complexity: ['error', {max: 16, variant: 'modified'}],
		},
	},
	{
		files: ['test/**/*.ts', 'test/**/*.tsx', '**/*.test.ts', '**/*.test.tsx'],
		rules: {'@typescript-eslint/no-non-null-assertion': 'off', 'max-lines': 'off'},
	},
	{
		files: ['**/*.mjs'],
		languageOptions: {
			globals: {process: 'readonly', console: 'readonly', URL: 'readonly', setTimeout: 'readonly'},
		},
	},
	{linterOptions: {reportUnusedDisableDirectives: 'error'}},
	prettier,
);
