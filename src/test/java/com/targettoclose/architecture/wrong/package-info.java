/** Each class here breaks a rule on purpose, to show that the rule can fail. */
package com.targettoclose.architecture.wrong;
