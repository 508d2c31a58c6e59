import Testing

/// Documents that mean harm, row by row, each in a child process within a gigabyte of memory and half a megabyte of stack
/// (row 45): it ends with an exit code, never by a signal.
@Suite struct HostileRowTests {
    @Test(arguments: HostileRow.texts) func text(_ row: HostileRow) throws { try row.check() }
    @Test(arguments: HostileRow.references) func reference(_ row: HostileRow) throws { try row.check() }
    @Test(arguments: HostileRow.yaml) func yaml(_ row: HostileRow) throws { try row.check() }
    @Test(arguments: HostileRow.meanings) func meaning(_ row: HostileRow) throws { try row.check() }
    @Test(arguments: HostileRow.large) func large(_ row: HostileRow) throws { try row.check() }
}
