// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2

// The one program. Commands are added per module, each in its own folder.
return 0;
